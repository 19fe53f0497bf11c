-- Since when a post addresses a question. Null where that is as old as the post: it was so before this was written down.
alter table post_question add column tied_at timestamptz;
alter table joined_tie add column tied_at timestamptz;
alter table parted_tie add column tied_at timestamptz;

-- A request is over, too, once an earlier reply of that person is tied to the question.
create or replace view open_request as
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
      where pq.question_id = q.id and pq.source <> 'ASKED'
        and greatest(coalesce(p.state_at, p.written_at), pq.tied_at) >= r.asked_at
        and (p.author_placeholder_id = r.placeholder_id
             or coalesce(p.author_member_id, wrote.member_id) = coalesce(r.member_id, h.member_id)));
