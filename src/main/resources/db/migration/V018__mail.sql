-- Letters that leave. Each is written in the transaction of its cause, and waits here until a mail server has taken it.
create table mail_outbox (
  id              bigint generated always as identity primary key,
  -- Made once: were a letter sent twice, mail programs would show it once.
  message_id      text not null unique,
  recipient       text not null,
  language        text not null,
  subject         text not null,
  -- Dropped some time after it was sent; at once if it carries a key.
  plain           text,
  html            text,
  carries_key     boolean not null default false,
  state           text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED', 'TOO_LATE')),
  written_at      timestamptz not null,
  -- What it says is of no use after that.
  good_until      timestamptz,
  attempts        int not null default 0,
  next_attempt_at timestamptz,
  sent_at         timestamptz,
  -- What stood in the way the last time, and what the server said.
  problem         text,
  answer          text,
  check ((state = 'WAITING') = (next_attempt_at is not null)),
  check ((state = 'SENT') = (sent_at is not null)),
  check ((plain is null) = (html is null)),
  check (state <> 'WAITING' or plain is not null)
);
create index mail_waiting on mail_outbox (next_attempt_at, id) where state = 'WAITING';
create index mail_failed on mail_outbox (id) where state = 'FAILED';
create index mail_kept on mail_outbox (written_at) where plain is not null;

-- How we stand with the mail server: a row while it takes nothing, for whatever letter. Nobody knocks before the next attempt.
create table mail_line (
  sole            boolean primary key default true check (sole),
  failing_since   timestamptz not null,
  failures        int not null,
  next_attempt_at timestamptz not null,
  problem         text not null,
  answer          text not null
);
