-- Anything written in a topic; post 1 is the opening. Page p of a topic is the range (p-1)*20+1 .. p*20 of the numbers.
create table post (
  id                    bigint generated always as identity primary key,
  topic_id              bigint not null references topic,
  -- Given when it is published; a held post has none yet.
  number                int check (number > 0),
  author_member_id      bigint references member,
  author_placeholder_id bigint references placeholder,
  parent_id             bigint references post,
  body_markdown         text not null,
  body_html             text not null,
  -- The words without markup, cut for excerpts.
  excerpt               text not null,
  renderer_version      int not null,
  state                 text not null check (state in ('PUBLISHED', 'HELD', 'HIDDEN', 'WITHDRAWN')),
  state_reason          text,
  state_by              bigint references member,
  state_at              timestamptz,
  written_at            timestamptz not null,
  edited_at             timestamptz,
  revision              int not null default 1,
  version               int not null default 0,
  unique (topic_id, number),
  check ((number is null) = (state = 'HELD')),
  check ((author_member_id is null) <> (author_placeholder_id is null))
);
create index on post (author_member_id, written_at desc);
create index on post (author_placeholder_id);
create index on post (parent_id);
create index on post (state_by);
create index on post (topic_id, written_at) where state = 'HELD';

-- What a post was before each edit.
create table post_revision (
  post_id       bigint not null references post,
  revision      int not null,
  body_markdown text not null,
  edited_by     bigint not null references member,
  edited_at     timestamptz not null,
  primary key (post_id, revision)
);
create index on post_revision (edited_by);

-- The questions that a post addresses; and whether it answers them, and stands pinned there.
create table post_question (
  post_id      bigint not null references post,
  question_id  bigint not null references question,
  source       text not null check (source in ('CHOSEN', 'RECOGNISED', 'STAFF')),
  answer       text not null default 'NONE' check (answer in ('NONE', 'OFFERED', 'CONFIRMED')),
  confirmed_by bigint references member,
  confirmed_at timestamptz,
  pin_rank     int check (pin_rank between 1 and 5),
  pin_note     text,
  pinned_by    bigint references member,
  primary key (post_id, question_id),
  unique (question_id, pin_rank) deferrable initially deferred,
  check ((answer = 'CONFIRMED') = (confirmed_at is not null)),
  check (pin_rank is not null or pin_note is null)
);
create index on post_question (question_id, post_id);
create index on post_question (confirmed_by);
create index on post_question (pinned_by);

-- An old number of a topic leads to the post's new place, for ever; its line stays where it was.
create table post_redirect (
  topic_id bigint not null references topic,
  number   int not null,
  post_id  bigint not null references post,
  primary key (topic_id, number)
);
create index on post_redirect (post_id);

-- A name that stands in a post, and whom it meant when it was written.
create table mention (
  post_id        bigint not null references post,
  name           text not null,
  member_id      bigint references member,
  placeholder_id bigint references placeholder,
  primary key (post_id, name),
  check ((member_id is null) <> (placeholder_id is null))
);
create index on mention (member_id);
create index on mention (placeholder_id);

-- How far a member has read.
create table read_marker (
  member_id   bigint not null references member,
  topic_id    bigint not null references topic,
  last_number int not null,
  seen_at     timestamptz not null,
  primary key (member_id, topic_id)
);
create index on read_marker (topic_id);
