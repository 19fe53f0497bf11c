-- Whoever runs a topic asks somebody to answer a question: a member, or somebody known by initials.
create table request (
  id             bigint generated always as identity primary key,
  question_id    bigint not null references question,
  member_id      bigint references member,
  placeholder_id bigint references placeholder,
  -- For everybody to read.
  note           text check (note <> ''),
  asked_by       bigint not null references member,
  asked_at       timestamptz not null,
  withdrawn_by   bigint references member,
  withdrawn_at   timestamptz,
  check ((member_id is null) <> (placeholder_id is null)),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index on request (question_id);
create index on request (member_id);
create index on request (placeholder_id);
create index on request (asked_by);
create index on request (withdrawn_by);

-- Those that wait. Nothing is written when one is over: the question is settled or stands no more, or a reply of that
-- person addresses it that appeared since. So it waits again when that reply is hidden, and follows whoever is known to
-- be the placeholder. A question that has joined its twin is asked there.
create view open_request as
select r.id, q.id as question_id, q.topic_id, coalesce(r.member_id, h.member_id) as member_id, r.placeholder_id,
       coalesce(m.display_name, h.label) as name, m.handle, r.note, r.asked_by, r.asked_at
from request r
join question own on own.id = r.question_id
join question q on q.id = coalesce(own.merged_into, own.id)
left join placeholder h on h.id = r.placeholder_id
left join member m on m.id = coalesce(r.member_id, h.member_id)
where r.withdrawn_at is null and own.withdrawn_at is null and q.withdrawn_at is null
  and q.status in ('OPEN', 'IN_DISCUSSION') and m.status is distinct from 'ERASED'
  and not exists (
      select from post_question pq
      join post p on p.id = pq.post_id and p.state = 'PUBLISHED'
      left join placeholder wrote on wrote.id = p.author_placeholder_id
      where pq.question_id = q.id and pq.source <> 'ASKED' and coalesce(p.state_at, p.written_at) >= r.asked_at
        and (p.author_placeholder_id = r.placeholder_id
             or coalesce(p.author_member_id, wrote.member_id) = coalesce(r.member_id, h.member_id)));

alter table notice add column request_id bigint references request on delete cascade;
create index on notice (request_id);
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED',
  'CONFIRMED', 'PINNED', 'OWN_CONFIRMED', 'OWN_PINNED', 'STATUS',
  'APPROVED', 'SENT_BACK', 'HIDDEN', 'REMOVED', 'RESTORED', 'MOVED', 'FLAGS', 'DEPUTY', 'CLAIM', 'REQUESTED'));
alter table notice drop constraint notice_about_check;
alter table notice add constraint notice_about_check check (post_id is not null or question_id is not null
  or flag_case_id is not null or leave_id is not null or claim_id is not null or request_id is not null);
