-- The flags of one post are one small case until somebody closes it; a flag after that opens a new one.
create table flag_case (
  id        bigint generated always as identity primary key,
  post_id   bigint not null references post,
  state     text not null default 'OPEN' check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
  -- Who looks after it.
  owner_id  bigint references member,
  owned_at  timestamptz,
  opened_at timestamptz not null,
  -- A word to those who flagged.
  outcome   text,
  closed_by bigint references member,
  closed_at timestamptz,
  check ((owner_id is null) = (owned_at is null)),
  check ((state = 'OPEN') = (closed_at is null)),
  check ((closed_by is null) = (closed_at is null)),
  check (outcome is null or closed_at is not null)
);
create unique index flag_case_open on flag_case (post_id) where state = 'OPEN';
create index on flag_case (post_id);
create index on flag_case (state, id);
create index on flag_case (owner_id);
create index on flag_case (closed_by);

create table flag (
  case_id    bigint not null references flag_case,
  member_id  bigint not null references member,
  reason     text not null check (reason <> ''),
  flagged_at timestamptz not null,
  primary key (case_id, member_id)
);
create index on flag (member_id, case_id);
