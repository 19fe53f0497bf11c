-- Who looks after a row of the desk, so that nobody else does at the same time. It is over half an hour later, by the clock.
create table taken (
  -- The part of the desk: "WAITING", "FLAGS".
  kind      text not null,
  thing_id  bigint not null,
  member_id bigint not null references member,
  taken_at  timestamptz not null,
  primary key (kind, thing_id)
);
create index on taken (member_id);
insert into taken (kind, thing_id, member_id, taken_at)
select 'FLAGS', id, owner_id, owned_at from flag_case where owner_id is not null and state = 'OPEN';
alter table flag_case drop column owner_id, drop column owned_at;

-- Who showed a draft to everybody, for the one who would have done so a moment later.
alter table topic add column published_by bigint references member;
alter table topic add column published_at timestamptz;
alter table topic add constraint topic_published_check check ((published_by is null) = (published_at is null));
create index on topic (published_by);
