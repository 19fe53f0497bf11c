-- The questions of a topic. A number is given once: a question that moves leaves a redirect, a duplicate leads to the
-- question into which it is merged.
create table question (
  id                   bigint generated always as identity primary key,
  topic_id             bigint not null references topic,
  number               text not null check (number ~ '^[1-9][0-9]{0,4}[a-z]{0,2}$'),
  -- Follows from the number: 5, 5a, 6, 10, 10a.
  position             int not null,
  parent_id            bigint references question,
  -- The number of the question it came after in the imported list, where that is not its parent.
  follows              text,
  text                 text not null check (text <> ''),
  -- Counts the changes to the text, from 1; an edit must give back the one it saw.
  revision             int not null default 1 check (revision > 0),
  -- Neither where nobody knows who asked.
  asker_member_id      bigint references member,
  asker_placeholder_id bigint references placeholder,
  status               text not null default 'OPEN'
    check (status in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'ANSWERED_LIVE', 'DISMISSED')),
  -- Set by a facilitator. Null: the status follows the conversation.
  status_override      text check (status_override in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'DISMISSED')),
  answered_live        boolean not null default false,
  -- Where in the recording it is answered.
  recording_at         text,
  dismissed_because    text,
  -- The question of which this is a duplicate. What merging changed there, so that the two can be separated: the status that
  -- a facilitator had set, and whether it counts as answered live because this one was.
  merged_into          bigint references question,
  original_override    text check (original_override in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'DISMISSED')),
  made_original_live   boolean not null default false,
  withdrawn_at         timestamptz,
  withdrawn_note       text,
  asked_at             timestamptz not null,
  version              int not null default 0,
  unique (topic_id, number),
  check (asker_member_id is null or asker_placeholder_id is null),
  check (merged_into <> id),
  check (merged_into is not null or (original_override is null and not made_original_live))
);
create index on question (topic_id, position);
create index on question (status, id) where withdrawn_at is null and merged_into is null;
create index on question (parent_id);
create index on question (merged_into);
-- Finds what belongs to a question and to its duplicates.
create index on question ((coalesce(merged_into, id)));
create index on question (asker_member_id);
create index on question (asker_placeholder_id);

-- Who asked a question, in the way of post_author. Without a name where nobody knows who asked.
create view question_asker as
  select q.id as question_id, m.id as member_id, h.id as placeholder_id, coalesce(m.display_name, h.label) as name,
         m.handle
  from question q
  left join placeholder h on h.id = q.asker_placeholder_id
  left join member m on m.id = coalesce(q.asker_member_id, h.member_id);

-- A number that a question had in a topic leads to it for ever.
create table question_redirect (
  topic_id    bigint not null references topic,
  number      text not null,
  question_id bigint not null references question,
  primary key (topic_id, number)
);
create index on question_redirect (question_id);

-- The number that a question has in a topic, or had there before it moved; null where it never was there.
create function number_in(topic bigint, question bigint) returns text language sql stable as $$
  select number from (
      select q.number, 1 as place from question q where q.id = $2 and q.topic_id = $1
      union all
      select r.number, 2 from question_redirect r where r.question_id = $2 and r.topic_id = $1) known
  order by place limit 1
$$;

-- "I have this question too".
create table question_vote (
  question_id bigint not null references question,
  member_id   bigint not null references member,
  voted_at    timestamptz not null,
  primary key (question_id, member_id)
);
create index on question_vote (member_id);

-- The history of a question, which everybody may read. The text is the one before the change: the question itself holds
-- the newest.
create table question_event (
  id            bigint generated always as identity primary key,
  question_id   bigint not null references question,
  act           text not null check (act in ('REWORDED', 'STATUS', 'SPLIT', 'JOINED', 'PARTED', 'WITHDRAWN', 'RESTORED')),
  text_before   text,
  status_before text check (status_before in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'ANSWERED_LIVE', 'DISMISSED')),
  status_after  text check (status_after in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'ANSWERED_LIVE', 'DISMISSED')),
  -- The question that was split off, or the one that this joined or was separated from.
  other_id      bigint references question,
  note          text,
  -- Null where the status follows the conversation.
  done_by       bigint references member,
  done_at       timestamptz not null,
  -- Words that must not stay readable are removed for good; who did it, when and why takes their place.
  removed_by    bigint references member,
  removed_at    timestamptz,
  removal       text check (removal <> ''),
  check ((text_before is not null) = (act in ('REWORDED', 'SPLIT'))),
  check ((status_before is not null and status_after is not null) = (act = 'STATUS')),
  check ((other_id is not null) = (act in ('SPLIT', 'JOINED', 'PARTED'))),
  check (note is null or act = 'WITHDRAWN'),
  check (done_by is not null or act = 'STATUS'),
  check ((removed_by is null) = (removed_at is null) and (removed_by is null) = (removal is null)),
  check (removed_by is null or text_before = '')
);
create index on question_event (question_id, id);
create index on question_event (other_id, id);
create index on question_event (done_by);
create index on question_event (removed_by);

-- The questions that a move took along, so that it can be undone.
create table moved_question (
  -- Its foreign key stands behind the table of moves.
  move_id        bigint not null,
  question_id    bigint not null references question,
  number_before  text not null,
  number_after   text not null,
  follows_before text,
  primary key (move_id, question_id)
);
create index on moved_question (question_id, move_id);
