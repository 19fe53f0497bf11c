-- How often the words of a question were changed, from 1; what an edit must give back.
alter table question add column revision int not null default 1 check (revision > 0);

-- What became of a question, for everybody to read. The words are those before the change, so that the question itself
-- holds the newest.
create table question_event (
  id            bigint generated always as identity primary key,
  question_id   bigint not null references question,
  act           text not null check (act in ('REWORDED', 'STATUS', 'SPLIT', 'JOINED', 'PARTED', 'WITHDRAWN', 'RESTORED')),
  text_before   text,
  status_before text check (status_before in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'ANSWERED_LIVE', 'DISMISSED')),
  status_after  text check (status_after in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'ANSWERED_LIVE', 'DISMISSED')),
  -- What was split off; the twin that it joined or parted from.
  other_id      bigint references question,
  note          text,
  -- Nobody where a status follows the conversation.
  done_by       bigint references member,
  done_at       timestamptz not null,
  check ((text_before is not null) = (act in ('REWORDED', 'SPLIT'))),
  check ((status_before is not null and status_after is not null) = (act = 'STATUS')),
  check ((other_id is not null) = (act in ('SPLIT', 'JOINED', 'PARTED'))),
  check (note is null or act = 'WITHDRAWN'),
  check (done_by is not null or act = 'STATUS')
);
create index on question_event (question_id, id);
create index on question_event (other_id, id);
create index on question_event (done_by);

-- A question that stands joined with its twin, and what the twin had said of itself before, so that they can be parted.
create table joined_question (
  question_id   bigint primary key references question,
  twin_id       bigint not null references question,
  ruling_before text check (ruling_before in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'DISMISSED')),
  gave_live     boolean not null,
  joined_by     bigint not null references member,
  joined_at     timestamptz not null,
  check (question_id <> twin_id)
);
create index on joined_question (twin_id);
create index on joined_question (joined_by);

-- The posts that addressed it, with what was said of them there; what they were to the twin before, if anything.
create table joined_tie (
  question_id  bigint not null references question,
  post_id      bigint not null references post,
  source       text not null check (source in ('CHOSEN', 'RECOGNISED', 'STAFF', 'ASKED')),
  answer       text not null check (answer in ('NONE', 'OFFERED', 'CONFIRMED')),
  confirmed_by bigint references member,
  confirmed_at timestamptz,
  pin_rank     int check (pin_rank between 1 and 5),
  pin_note     text,
  pinned_by    bigint references member,
  there        text check (there in ('NONE', 'OFFERED', 'CONFIRMED')),
  primary key (question_id, post_id),
  check ((answer = 'CONFIRMED') = (confirmed_at is not null)),
  check (pin_rank is not null or pin_note is null)
);
create index on joined_tie (post_id);
create index on joined_tie (confirmed_by);
create index on joined_tie (pinned_by);
