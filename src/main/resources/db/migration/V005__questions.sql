-- The register. A number is given once; a question that moves leaves a redirect, one that joins its twin says so.
create table question (
  id                   bigint generated always as identity primary key,
  topic_id             bigint not null references topic,
  number               text not null check (number ~ '^[1-9][0-9]{0,4}[a-z]{0,2}$'),
  -- Follows from the number: 5, 5a, 6, 10, 10a.
  position             int not null,
  parent_id            bigint references question,
  -- The question after which it stood in the list, where that was no parent.
  follows              text,
  text                 text not null check (text <> ''),
  asker_member_id      bigint references member,
  asker_placeholder_id bigint references placeholder,
  status               text not null default 'OPEN'
    check (status in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'ANSWERED_LIVE', 'DISMISSED')),
  -- Set by a facilitator; without it the status follows the conversation.
  ruling               text check (ruling in ('OPEN', 'IN_DISCUSSION', 'ANSWERED', 'DISMISSED')),
  answered_live        boolean not null default false,
  recording_at         text,
  dismissed_because    text,
  merged_into          bigint references question,
  withdrawn_at         timestamptz,
  withdrawn_note       text,
  asked_at             timestamptz not null,
  version              int not null default 0,
  unique (topic_id, number),
  check (asker_member_id is null or asker_placeholder_id is null)
);
create index on question (topic_id, position);
create index on question (status, id) where withdrawn_at is null and merged_into is null;
create index on question (parent_id);
create index on question (merged_into);
create index on question (asker_member_id);
create index on question (asker_placeholder_id);

-- An old number of a topic leads to the question's new place, for ever.
create table question_redirect (
  topic_id    bigint not null references topic,
  number      text not null,
  question_id bigint not null references question,
  primary key (topic_id, number)
);
create index on question_redirect (question_id);
