-- How often something was tried lately (Bucket4j's own table), shared by all nodes. The id is a hash, so it does not say
-- who tried; an expired row means nothing and is deleted.
create table rate_limit (
  id         text primary key,
  state      bytea,
  -- Milliseconds since 1970.
  expires_at bigint
);
create index on rate_limit (expires_at);
