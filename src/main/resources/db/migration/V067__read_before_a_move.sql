-- How far members had read who had not read all that moved, so that what comes back is as new to them as it was.
create table moved_marker (
  move_id     bigint not null references move,
  member_id   bigint not null references member,
  last_number int not null,
  primary key (move_id, member_id)
);
create index on moved_marker (member_id);
