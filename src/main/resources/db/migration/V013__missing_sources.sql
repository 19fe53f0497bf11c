-- A source that a post announces without an address, until somebody brings it.
create table missing_source (
  id           bigint generated always as identity primary key,
  topic_id     bigint not null references topic,
  post_id      bigint not null references post,
  -- The words that name it, and the sentence in which they stand.
  what         text not null check (what <> ''),
  sentence     text not null,
  announced_at timestamptz not null,
  state        text not null default 'OPEN' check (state in ('OPEN', 'FOUND', 'DISMISSED')),
  resource_id  bigint references resource,
  address      text,
  settled_by   bigint references member,
  settled_at   timestamptz,
  unique (post_id, sentence, what),
  check ((state = 'FOUND') = (resource_id is not null)),
  check ((state = 'FOUND') = (address is not null)),
  check ((state = 'OPEN') = (settled_by is null)),
  check ((state = 'OPEN') = (settled_at is null))
);
create index on missing_source (topic_id, state);
create index on missing_source (resource_id);
create index on missing_source (settled_by);
