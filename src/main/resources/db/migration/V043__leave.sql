-- A move is told once to each whose posts went along; whoever looks after the topics of somebody on leave is told so.
create table leave (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  -- Who runs their topics meanwhile.
  deputy_id    bigint not null references member,
  began_at     timestamptz not null,
  -- The first moment at which it is over by itself.
  until        timestamptz not null,
  -- They came back before.
  ended_at     timestamptz,
  check (member_id <> deputy_id),
  check (until > began_at)
);
create unique index leave_open on leave (member_id) where ended_at is null;
create index on leave (member_id);
create index on leave (deputy_id, until);

-- Who runs a topic at this moment: its facilitators, and the deputies of those who are on leave. A deputy’s deputy does not.
create view runs_topic as
  select topic_id, member_id from topic_role where role = 'FACILITATOR'
  union
  select r.topic_id, l.deputy_id
  from topic_role r join leave l on l.member_id = r.member_id and l.until > now() and l.ended_at is null
  where r.role = 'FACILITATOR';

alter table notice add column move_id bigint references move;
alter table notice add column leave_id bigint references leave;
create index on notice (move_id);
create index on notice (leave_id);
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED',
  'CONFIRMED', 'PINNED', 'OWN_CONFIRMED', 'OWN_PINNED', 'STATUS',
  'APPROVED', 'SENT_BACK', 'HIDDEN', 'REMOVED', 'RESTORED', 'MOVED', 'FLAGS', 'DEPUTY'));
alter table notice drop constraint notice_check;
alter table notice add constraint notice_about_check
  check (post_id is not null or question_id is not null or flag_case_id is not null or leave_id is not null);
