-- Who may join because somebody asked them to: by a letter, or by a link that is handed on. Kept by the hash of its key.
create table invitation (
  id           bigint generated always as identity primary key,
  hash         text not null unique,
  invited_by   bigint not null references member,
  -- Where the letter went; null for a link.
  email        text,
  role         text not null check (role in ('MEMBER', 'FACILITATOR', 'ADMINISTRATOR')),
  topic_id     bigint references topic on delete set null,
  -- How many may still join by it.
  places       int not null check (places between 0 and 500),
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  withdrawn_at timestamptz,
  -- What lets somebody run the site is for one person.
  check (role = 'MEMBER' or places <= 1)
);
create index on invitation (invited_by);
create index on invitation (topic_id);
create index on invitation (expires_at);
