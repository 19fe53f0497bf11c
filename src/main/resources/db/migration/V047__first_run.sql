-- The first run: a link by which it was begun stays good, so that a restart does not end it.
alter table first_administrator_link drop constraint first_administrator_link_pkey;
alter table first_administrator_link drop column sole;
alter table first_administrator_link add primary key (token_hash);
alter table first_administrator_link add column begun_at timestamptz;

-- What was answered in the first run, before anybody is administrator and could settle it.
create table first_run_answer (
  name  text primary key check (name ~ '^[a-z][a-z.-]*$'),
  value text not null
);
