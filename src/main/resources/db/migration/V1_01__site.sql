-- What administrators have set for the whole site. A setting that nobody has changed has no row: its default is in the code.
create table setting (
  name  text primary key check (name ~ '^[a-z][a-z.-]*$'),
  value text not null
);

-- The community's logo, re-encoded by the forum. The setting site.logo holds its version and size.
create table site_logo (
  sole boolean primary key default true check (sole),
  png  bytea not null check (octet_length(png) <= 1000000)
);
