-- A question cites a resource: its words hold this address. Written again with its words.
create table question_citation (
  question_id bigint not null references question,
  resource_id bigint not null references resource,
  position    int not null,
  address     text not null,
  primary key (question_id, resource_id)
);
create index on question_citation (resource_id);

-- What questions cite that everybody may read: none that is withdrawn, nor one whose twin is.
create view question_source as
select c.question_id, c.resource_id, c.address, q.topic_id, q.number, q.position
from question_citation c
join question q on q.id = c.question_id
left join question twin on twin.id = q.merged_into
where q.withdrawn_at is null and twin.withdrawn_at is null;
