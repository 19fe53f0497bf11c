-- E-mails on their way out. Each is written in the transaction that causes it, and waits here until a mail server takes it.
create table mail_outbox (
  id              bigint generated always as identity primary key,
  -- Made once: if an e-mail is sent twice, mail programs show it once.
  message_id      text not null unique,
  recipient       text not null,
  language        text not null,
  subject         text not null,
  -- Both bodies are deleted some time after sending; at once where they carry a key.
  plain           text,
  html            text,
  carries_key     boolean not null default false,
  state           text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED', 'TOO_LATE')),
  written_at      timestamptz not null,
  -- After this moment it is of no use and is not sent. Null where it always is.
  good_until      timestamptz,
  attempts        int not null default 0,
  next_attempt_at timestamptz,
  sent_at         timestamptz,
  -- Why the last attempt failed, and what the server answered.
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

-- The state of the mail server: one row while it accepts no e-mail at all. Nothing is sent before the next attempt.
create table mail_line (
  sole            boolean primary key default true check (sole),
  failing_since   timestamptz not null,
  failures        int not null,
  next_attempt_at timestamptz not null,
  problem         text not null,
  answer          text not null
);
