-- A reply may ask a new question. A facilitator gives it a number, finds it among those that stand, or says why not.
create table proposed_question (
  id          bigint generated always as identity primary key,
  post_id     bigint not null unique references post,
  text        text not null check (text <> ''),
  state       text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'TIED', 'DECLINED', 'WITHDRAWN')),
  question_id bigint references question,
  reason      text,
  settled_by  bigint references member,
  settled_at  timestamptz,
  version     int not null default 0,
  check ((state = 'OPEN') = (settled_at is null)),
  check ((state = 'OPEN') = (settled_by is null)),
  check ((state in ('ACCEPTED', 'TIED')) = (question_id is not null)),
  check ((state = 'DECLINED') = (reason is not null))
);
create index on proposed_question (question_id);
create index on proposed_question (settled_by);
create index on proposed_question (post_id) where state = 'OPEN';

-- The post that asks a question addresses it, and is no reply to it.
alter table post_question drop constraint post_question_source_check;
alter table post_question add constraint post_question_source_check
  check (source in ('CHOSEN', 'RECOGNISED', 'STAFF', 'ASKED'));
