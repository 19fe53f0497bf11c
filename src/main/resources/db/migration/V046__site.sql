-- The logo of the community, as the forum itself has written it. The setting site.logo says its version and size.
create table site_logo (
  sole boolean primary key default true check (sole),
  png  bytea not null check (octet_length(png) <= 1000000)
);

-- A way to join is a word like all others that are settled.
update setting set value = lower(value) where name = 'joining';
