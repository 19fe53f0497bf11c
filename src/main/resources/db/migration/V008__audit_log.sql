-- Every staff act: ids and words of our own, never names, addresses or texts, so that erasing somebody stays possible.
create table audit_entry (
  id         bigint generated always as identity primary key,
  actor_id   bigint not null references member,
  act        text not null,
  subject    text not null check (subject in ('TOPIC', 'QUESTION', 'POST', 'MEMBER', 'PLACEHOLDER', 'RESOURCE')),
  subject_id bigint not null,
  topic_id   bigint references topic,
  before     jsonb not null default '{}',
  after      jsonb not null default '{}',
  done_at    timestamptz not null
);
create index on audit_entry (actor_id, id);
create index on audit_entry (topic_id, id);
create index on audit_entry (subject, subject_id, id);

create function audit_entries_stay() returns trigger language plpgsql as
$$ begin raise exception 'The audit log is only written to'; end $$;
create trigger audit_entries_stay before update or delete or truncate on audit_entry
  for each statement execute function audit_entries_stay();
