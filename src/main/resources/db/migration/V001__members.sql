-- Who people are. A handle and an address are stored in lower case by their values, so that unique is enough.
create table member (
  id            bigint generated always as identity primary key,
  handle        text not null unique,
  -- The handle as it looks (Unicode TS 39): amara and arnara are the same to the eye.
  skeleton      text not null unique,
  display_name  text not null,
  initials      text,
  email         text unique,
  password_hash text,
  role          text not null default 'MEMBER' check (role in ('MEMBER', 'FACILITATOR', 'ADMINISTRATOR')),
  status        text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED', 'ERASED')),
  locale        text,
  organisation  text,
  country       text,
  about         text,
  created_at    timestamptz not null,
  version       int not null default 0,
  check (handle = lower(handle)),
  check (email = lower(email)),
  -- An erased member keeps an id, so that what others wrote still reads, and nothing else.
  check (status <> 'ERASED' or (email is null and password_hash is null))
);
create index on member (lower(initials));

-- A handle that somebody had before leads to them.
create table old_handle (
  handle    text primary key,
  member_id bigint not null references member
);
create index on old_handle (member_id);

-- The key of a form that was sent, and where its result stands: the same form sent twice acts once.
create table submission_key (
  key       uuid primary key,
  member_id bigint not null references member,
  result    text,
  sent_at   timestamptz not null default now()
);
create index on submission_key (member_id);
create index on submission_key (sent_at);
