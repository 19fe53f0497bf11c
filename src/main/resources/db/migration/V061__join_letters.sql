-- When administrators were told by letter that somebody waits to be let in: one row at most.
create table join_letter (
  is_only boolean primary key default true check (is_only),
  sent_at timestamptz not null
);
