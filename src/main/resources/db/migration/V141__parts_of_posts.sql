-- What a post says to one of the questions that it speaks of, by its first words. Read from its words, and again with them.
create table post_part (
  post_id     bigint not null references post on delete cascade,
  question_id bigint not null references question,
  excerpt     text not null,
  primary key (post_id, question_id)
);
create index on post_part (question_id);

-- Which questions an address in a post serves: as read from its paragraph, or as somebody chose. Those of a paragraph that
-- speaks of none are not here: they serve all that the post addresses.
create table post_link (
  post_id   bigint not null references post on delete cascade,
  -- The address in short, for forms and for the key: addresses may be longer than a key may be.
  key       text not null,
  address   text not null,
  questions bigint[] not null,
  chosen    boolean not null,
  primary key (post_id, key)
);

-- The questions that a source serves in a post that cites it, among those that the post addresses. Where the post addresses
-- none of those that were read or chosen any more, it serves all.
create view citation_question as
select c.post_id, c.resource_id, tie.question_id
from citation c
join post_question tie on tie.post_id = c.post_id
left join post_link l on l.post_id = c.post_id and l.address = c.address
where l.post_id is null
   or exists (select from question q where q.id = any(l.questions) and coalesce(q.merged_into, q.id) = tie.question_id)
   or (cardinality(l.questions) > 0 and not exists (
         select from question q join post_question other on other.question_id = coalesce(q.merged_into, q.id)
         where q.id = any(l.questions) and other.post_id = c.post_id));
