-- One webinar's discussion, or a discussion without a webinar.
create table topic (
  id               bigint generated always as identity primary key,
  slug             text not null unique,
  title            text not null,
  kind             text not null check (kind in ('WEBINAR', 'DISCUSSION')),
  state            text not null check (state in ('DRAFT', 'OPEN', 'LOCKED')),
  held_on          date,
  speakers         text,
  recording_url    text,
  created_by       bigint not null references member,
  created_at       timestamptz not null,
  locked_by        bigint references member,
  locked_at        timestamptz,
  -- The highest post number given; numbers are never given twice.
  last_post_number int not null default 0,
  last_activity_at timestamptz not null,
  version          int not null default 0,
  check ((state = 'LOCKED') = (locked_at is not null))
);
create index on topic (created_by);
create index on topic (locked_by);
create index on topic (last_activity_at desc, id desc) where state <> 'DRAFT';

-- A slug that a topic had before leads to it.
create table old_slug (
  slug     text primary key,
  topic_id bigint not null references topic
);
create index on old_slug (topic_id);

create table topic_role (
  topic_id  bigint not null references topic,
  member_id bigint not null references member,
  role      text not null check (role in ('FACILITATOR', 'SPEAKER')),
  primary key (topic_id, member_id, role)
);
create index on topic_role (member_id);

-- Somebody known by initials or a name only. A claim sets the member and nothing else: what a placeholder asked and
-- wrote keeps pointing here, so that undoing a claim is setting it back.
create table placeholder (
  id         bigint generated always as identity primary key,
  topic_id   bigint not null references topic,
  label      text not null,
  email_hash bytea,
  member_id  bigint references member,
  claimed_at timestamptz,
  unique (topic_id, label),
  check ((member_id is null) = (claimed_at is null))
);
create index on placeholder (member_id);

-- Who has written in a topic: counted on its pages, offered to those who name somebody.
create table participant (
  topic_id  bigint not null references topic,
  member_id bigint not null references member,
  since     timestamptz not null,
  primary key (topic_id, member_id)
);
create index on participant (member_id);
