-- What was pasted, as it was, with who published it; and a fingerprint of its questions, to know the same list again.
create table import_batch (
  id          bigint generated always as identity primary key,
  topic_id    bigint not null references topic,
  pasted      text not null,
  left_out    text not null,
  fingerprint text not null unique,
  imported_by bigint not null references member,
  imported_at timestamptz not null
);
create index on import_batch (topic_id);
create index on import_batch (imported_by);
