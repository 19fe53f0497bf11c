-- How far a member has read in a topic.
create table read_marker (
  member_id   bigint not null references member,
  topic_id    bigint not null references topic,
  last_number int not null,
  seen_at     timestamptz not null,
  primary key (member_id, topic_id)
);
create index on read_marker (topic_id);

-- How far members had read who had not read all that was moved: when the move is undone, the rest is new to them again.
create table moved_marker (
  move_id     bigint not null references move,
  member_id   bigint not null references member,
  last_number int not null,
  primary key (move_id, member_id)
);
create index on moved_marker (member_id);
