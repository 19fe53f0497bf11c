-- Who comes in by a provider (OpenID Connect): its word for them, and whom we know by it. Nothing that the provider gave is kept beside the address, so that its owner knows which account that was.
create table provider_link (
  id           bigint generated always as identity primary key,
  provider     text not null,
  subject      text not null,
  member_id    bigint not null references member on delete cascade,
  email        text,
  since        timestamptz not null,
  last_used_at timestamptz not null,
  unique (provider, subject)
);
create index on provider_link (member_id);
