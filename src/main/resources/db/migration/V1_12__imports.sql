-- A list as it was pasted, and who published it.
create table import_batch (
  id                bigint generated always as identity primary key,
  topic_id          bigint not null references topic,
  pasted            text not null,
  left_out          text not null,
  -- Of its questions, to recognise the same list. It may be published again knowingly, as a further copy; two people who do
  -- so by accident at one moment still make one topic.
  fingerprint       text not null,
  copy              int not null default 0,
  imported_by       bigint not null references member,
  imported_at       timestamptz not null,
  -- The e-mail addresses in what was pasted are deleted after a time.
  addresses_dropped boolean not null default false,
  constraint import_batch_fingerprint_key unique (fingerprint, copy)
);
create index on import_batch (topic_id);
create index on import_batch (imported_by);
create index on import_batch (imported_at) where not addresses_dropped;

create function without_addresses(words text) returns text language sql immutable as
$$ select regexp_replace(words, '[^\s@<>()\[\],;:"]+@[^\s@<>()\[\],;:"]+\.[^\s@<>()\[\],;:".!?]+', '[…]', 'g') $$;
