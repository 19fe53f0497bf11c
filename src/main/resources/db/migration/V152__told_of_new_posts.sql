-- Whoever runs a topic is told of its new posts, in one notice for all that they have not seen: post_id is the newest, this the first.
alter table notice add column first_post_id bigint references post;
create index on notice (first_post_id);

do $$
declare known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'notice_kind_check' and conrelid = 'notice'::regclass;
  execute 'alter table notice drop constraint notice_kind_check';
  execute 'alter table notice add constraint notice_kind_check ' || replace(known, 'ARRAY[', 'ARRAY[''POSTED''::text, ');
end $$;
