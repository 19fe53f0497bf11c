-- A source, identified by its canonical address.
create table resource (
  id            bigint generated always as identity primary key,
  canonical_url text not null unique,
  added_at      timestamptz not null
);

-- A post cites a resource, with the words of its link and the address as it was written.
create table citation (
  post_id     bigint not null references post,
  resource_id bigint not null references resource,
  position    int not null,
  anchor      text not null,
  address     text not null,
  primary key (post_id, resource_id)
);
create index on citation (resource_id);

-- The questions for which a cited resource is a source, among those that the post addresses. Where the post no longer
-- addresses any that were read or chosen, the resource is a source for all of them.
create view citation_question as
select c.post_id, c.resource_id, link.question_id
from citation c
join post_question link on link.post_id = c.post_id
left join post_link l on l.post_id = c.post_id and l.address = c.address
where l.post_id is null
   or exists (select from question q where q.id = any(l.questions) and coalesce(q.merged_into, q.id) = link.question_id)
   or (cardinality(l.questions) > 0 and not exists (
         select from question q join post_question other on other.question_id = coalesce(q.merged_into, q.id)
         where q.id = any(l.questions) and other.post_id = c.post_id));

-- A question cites a resource: its text contains this address. Written again with every change of the text.
create table question_citation (
  question_id bigint not null references question,
  resource_id bigint not null references resource,
  position    int not null,
  address     text not null,
  primary key (question_id, resource_id)
);
create index on question_citation (resource_id);

-- The citations of questions that everybody may read: of none that is withdrawn or is merged into one that is.
create view question_source as
select c.question_id, c.resource_id, c.address, q.topic_id, q.number, q.position
from question_citation c
join question q on q.id = c.question_id
left join question other on other.id = q.merged_into
where q.withdrawn_at is null and other.withdrawn_at is null;

-- The resources of a topic: those that one of its published posts or readable questions cites.
create table topic_resource (
  topic_id    bigint not null references topic,
  resource_id bigint not null references resource,
  added_at    timestamptz not null,
  primary key (topic_id, resource_id)
);
create index on topic_resource (resource_id);

-- A source that a post announces without an address, or that somebody asked for, until somebody adds it.
create table missing_source (
  id           bigint generated always as identity primary key,
  topic_id     bigint not null references topic,
  post_id      bigint not null references post,
  -- The words that name it, and the sentence that contains them; no sentence where somebody asked for it.
  what         text not null check (what <> ''),
  sentence     text not null,
  announced_at timestamptz not null,
  -- Who runs the topic and asked for the source. Null where the post announces it.
  wanted_by    bigint references member,
  state        text not null default 'OPEN' check (state in ('OPEN', 'FOUND', 'DISMISSED')),
  resource_id  bigint references resource,
  address      text,
  closed_by   bigint references member,
  closed_at   timestamptz,
  unique (post_id, sentence, what),
  check ((state = 'FOUND') = (resource_id is not null)),
  check ((state = 'FOUND') = (address is not null)),
  check ((state = 'OPEN') = (closed_by is null)),
  check ((state = 'OPEN') = (closed_at is null))
);
create index on missing_source (topic_id, state);
create index on missing_source (wanted_by);
create index on missing_source (resource_id);
create index on missing_source (closed_by);
