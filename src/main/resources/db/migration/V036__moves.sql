-- What went from one topic to another in one act, so that it can be taken back. Who moved it, when and why stands in the log.
create table move (
  id         bigint generated always as identity primary key,
  from_topic bigint not null references topic,
  to_topic   bigint not null references topic,
  -- Everything went: the topic lives on in the other.
  whole      boolean not null,
  -- Authors are not told.
  quiet      boolean not null,
  -- The move that this one takes back.
  takes_back bigint references move,
  check (from_topic <> to_topic)
);
create index on move (from_topic);
create index on move (to_topic);
create index on move (takes_back);

-- A held post has no number, neither here nor there.
create table moved_post (
  move_id       bigint not null references move,
  post_id       bigint not null references post,
  number_before int,
  number_after  int,
  primary key (move_id, post_id)
);
create index on moved_post (post_id, move_id);

create table moved_question (
  move_id        bigint not null references move,
  question_id    bigint not null references question,
  number_before  text not null,
  number_after   text not null,
  follows_before text,
  primary key (move_id, question_id)
);
create index on moved_question (question_id, move_id);

-- Somebody known by initials only of whom nothing stayed behind.
create table moved_placeholder (
  move_id        bigint not null references move,
  placeholder_id bigint not null references placeholder,
  label_before   text not null,
  primary key (move_id, placeholder_id)
);
create index on moved_placeholder (placeholder_id);

-- A post and a question that stand in two topics are not tied; what was said of them waits here until they meet again.
create table parted_tie (
  post_id      bigint not null references post,
  question_id  bigint not null references question,
  source       text not null check (source in ('CHOSEN', 'RECOGNISED', 'STAFF', 'ASKED')),
  answer       text not null check (answer in ('NONE', 'OFFERED', 'CONFIRMED')),
  confirmed_by bigint references member,
  confirmed_at timestamptz,
  pin_rank     int check (pin_rank between 1 and 5),
  pin_note     text,
  pinned_by    bigint references member,
  primary key (post_id, question_id),
  check ((answer = 'CONFIRMED') = (confirmed_at is not null)),
  check (pin_rank is not null or pin_note is null)
);
create index on parted_tie (question_id);
create index on parted_tie (confirmed_by);
create index on parted_tie (pinned_by);

-- Numbers in the words of a post that moved mean what they meant where it was written.
alter table post add column written_in bigint references topic;
create index on post (written_in);

-- A topic that went into another as a whole: its address leads there.
alter table topic add column merged_into bigint references topic;
create index on topic (merged_into);
alter table topic drop constraint topic_state_check;
alter table topic add constraint topic_state_check check (state in ('DRAFT', 'OPEN', 'LOCKED', 'MERGED'));
alter table topic drop constraint topic_check;
alter table topic add constraint topic_locked_check
  check ((state <> 'LOCKED' or locked_at is not null) and (locked_at is null or state in ('LOCKED', 'MERGED')));
alter table topic add constraint topic_merged_check
  check ((state = 'MERGED') = (merged_into is not null) and merged_into is distinct from id);
