-- A name in a post, and whom it meant when it was written.
create table mention (
  post_id        bigint not null references post on delete cascade,
  name           text not null,
  member_id      bigint references member,
  placeholder_id bigint references placeholder,
  primary key (post_id, name),
  check ((member_id is null) <> (placeholder_id is null))
);
create index on mention (member_id);
create index on mention (placeholder_id);
