-- Somebody without an account asks that what is known of them be erased. Administrators see it once its address is confirmed.
create table erasure_request (
  id           bigint generated always as identity primary key,
  email        text not null check (email = lower(email)),
  -- Where they stand and under which name, in their own words.
  words        text not null check (words <> ''),
  hash         text not null unique,
  asked_at     timestamptz not null,
  expires_at   timestamptz not null,
  confirmed_at timestamptz,
  settled_at   timestamptz,
  settled_by   bigint references member,
  check ((settled_at is null) = (settled_by is null)),
  check (settled_at is null or confirmed_at is not null)
);
create index on erasure_request (id) where confirmed_at is not null and settled_at is null;
create index on erasure_request (expires_at);
create index on erasure_request (settled_by);
