-- A source, known by its canonical address.
create table resource (
  id            bigint generated always as identity primary key,
  canonical_url text not null unique,
  host          text not null,
  title         text not null,
  added_at      timestamptz not null
);

-- A post cites a resource, with the words of its link and the address as it was written.
create table citation (
  post_id     bigint not null references post,
  resource_id bigint not null references resource,
  position    int not null,
  anchor      text not null,
  address     text not null,
  primary key (post_id, resource_id)
);
create index on citation (resource_id);

-- The resources of a topic: those that a published post of it cites.
create table topic_resource (
  topic_id    bigint not null references topic,
  resource_id bigint not null references resource,
  added_at    timestamptz not null,
  primary key (topic_id, resource_id)
);
create index on topic_resource (resource_id);
