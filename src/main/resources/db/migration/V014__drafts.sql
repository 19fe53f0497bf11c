-- What somebody has begun to write and not yet posted. In each place one text is the newest; what another device wrote
-- over stays beside it as a copy.
create sequence draft_revision;

create table draft (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  topic_id     bigint not null references topic,
  kind         text not null check (kind in ('REPLY', 'EDIT')),
  -- The post that it replies to or would change; or the question on whose page it was begun.
  post_id      bigint references post,
  question_id  bigint references question,
  body         text not null check (body <> ''),
  -- What else the form holds: ticks, names, its key.
  form         jsonb not null default '{}',
  -- Another with each text that is kept; never given twice, so that a form knows whether it saw the newest.
  revision     bigint not null default nextval('draft_revision'),
  is_copy      boolean not null default false,
  saved_at     timestamptz not null,
  discarded_at timestamptz,
  check (kind = 'REPLY' or post_id is not null),
  check (post_id is null or question_id is null)
);
-- A post and a question keep their drafts wherever they move.
create unique index draft_newest on draft
  (member_id, kind, post_id, question_id, (case when post_id is null and question_id is null then topic_id end))
  nulls not distinct where not is_copy and discarded_at is null;
create index on draft (member_id, saved_at desc);
create index on draft (topic_id);
create index on draft (post_id);
create index on draft (question_id);

-- What a form said that was sent, as a fingerprint: sent again with other words, it is another form.
alter table submission_key add column said text;
