-- The link that makes the first administrator, by its hash: whoever reads this table cannot use it. The newest start's link counts.
create table first_administrator_link (
  sole       boolean primary key default true check (sole),
  token_hash text not null,
  made_at    timestamptz not null
);

-- A handle that looks like one that somebody had before would lead readers of old texts astray.
alter table old_handle add column skeleton text not null;
create index on old_handle (skeleton);
