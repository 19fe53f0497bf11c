-- How often something was tried of late (Bucket4j): together for all nodes. Whose it is stands there as a hash; an old row says nothing, and goes.
create table rate_limit (
  id         text primary key,
  state      bytea,
  expires_at bigint
);
create index on rate_limit (expires_at);
