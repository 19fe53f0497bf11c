-- People with an account. Handles and e-mail addresses are stored in lower case, so a plain unique constraint is enough.
create table member (
  id            bigint generated always as identity primary key,
  handle        text not null unique,
  -- What the handle looks like (Unicode TS 39): amara and arnara look the same.
  skeleton      text not null unique,
  display_name  text not null,
  -- A member may be shown by their initials only. Then those are the display name, and this is the name they go by, for
  -- themselves and for administrators.
  full_name     text,
  initials      text,
  -- Null for whoever signs in without a password.
  password_hash text,
  role          text not null default 'MEMBER' check (role in ('MEMBER', 'FACILITATOR', 'ADMINISTRATOR')),
  -- WAITING: an administrator has yet to let them in. Being suspended is no status: it ends by itself (see suspension).
  status        text not null default 'ACTIVE' check (status in ('WAITING', 'ACTIVE', 'ERASED')),
  -- Who sees this member in the directory. Staff always do.
  listed        text not null default 'MEMBERS' check (listed in ('STAFF', 'MEMBERS', 'EVERYBODY')),
  locale        text,
  organisation  text,
  country       text,
  about         text,
  -- Whoever was invited is trusted with a first post.
  invited_by    bigint references member,
  created_at    timestamptz not null,
  version       int not null default 0,
  check (handle = lower(handle)),
  -- An erased member keeps an id, so that what others wrote still makes sense, and nothing else.
  constraint member_erased check (status <> 'ERASED' or password_hash is null),
  constraint member_erased_full_name check (status <> 'ERASED' or full_name is null)
);
create index on member (lower(initials));
create index on member (invited_by);
create index member_waiting on member (id) where status = 'WAITING';
create index member_listed_for_everybody on member (handle) where listed = 'EVERYBODY' and status = 'ACTIVE';

-- The e-mail addresses of members. A confirmed address belongs to one member; before that, several may claim it, and only
-- its owner can confirm it.
create table member_email (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  email        text not null check (email = lower(email)),
  is_primary   boolean not null default false,
  added_at     timestamptz not null,
  confirmed_at timestamptz,
  unique (member_id, email)
);
create unique index member_email_confirmed on member_email (email) where confirmed_at is not null;
create unique index member_email_primary on member_email (member_id) where is_primary;
create index on member_email (email);

create function member_erased_without_address() returns trigger language plpgsql as $$
begin
  if exists (select from member_email where member_id = new.id) then
    raise exception 'An erased member keeps no address';
  end if;
  return new;
end $$;
create trigger member_erased_without_address before update of status on member
for each row when (new.status = 'ERASED') execute function member_erased_without_address();

-- A handle that a member had before leads to them. Nobody else may take it, nor one that looks like it: readers of old
-- texts would be misled.
create table old_handle (
  handle    text primary key,
  skeleton  text not null,
  member_id bigint not null references member
);
create index on old_handle (member_id);
create index on old_handle (skeleton);

-- Handles of members who left, by their hashes: nobody else gets one, and nobody learns whose it was.
create table retired_handle (
  hash text primary key
);

-- A suspended member cannot sign in for a time. It ends by itself; nothing they wrote disappears.
create table suspension (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  reason       text not null,
  suspended_by bigint not null references member,
  suspended_at timestamptz not null,
  until        timestamptz not null,
  -- Set when somebody ended it early.
  lifted_by    bigint references member,
  lifted_at    timestamptz,
  check (until > suspended_at),
  check ((lifted_by is null) = (lifted_at is null))
);
create index on suspension (member_id, until);
create index on suspension (suspended_by);
create index on suspension (lifted_by);

-- Whether a member is suspended at this moment.
create function suspended(member bigint, at timestamptz) returns boolean language sql stable as
$$ select exists (select from suspension where member_id = member and until > at and lifted_at is null) $$;

-- The key of a form that was sent, and the address of its result: the same form sent twice acts once.
create table submission_key (
  key       uuid primary key,
  member_id bigint not null references member,
  result    text,
  -- A fingerprint of what the form said: sent again with other words, it is another form.
  said      text,
  sent_at   timestamptz not null default now()
);
create index on submission_key (member_id);
create index on submission_key (sent_at);
