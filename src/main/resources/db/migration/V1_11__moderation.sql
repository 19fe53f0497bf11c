-- Why staff acted, in words. They are kept apart from the log, which never changes, so that words about a person can be
-- blanked when that person is erased.
create table staff_reason (
  id    bigint generated always as identity primary key,
  words text not null
);

-- Everything staff did. It holds ids and words of our own, never names, addresses or texts, so that people can still be
-- erased.
create table audit_entry (
  id         bigint generated always as identity primary key,
  actor_id   bigint not null references member,
  act        text not null,
  -- SITE: the site as a whole. A setting has no id, so subject_id is 0.
  subject    text not null
    check (subject in ('TOPIC', 'QUESTION', 'POST', 'MEMBER', 'PLACEHOLDER', 'RESOURCE', 'SITE')),
  subject_id bigint not null,
  topic_id   bigint references topic,
  before     jsonb not null default '{}',
  after      jsonb not null default '{}',
  reason_id  bigint references staff_reason,
  -- The entry that this one undoes.
  undoes     bigint references audit_entry,
  done_at    timestamptz not null
);
create index on audit_entry (actor_id, id);
create index on audit_entry (act, id);
create index on audit_entry (subject, subject_id, id);
create index on audit_entry (topic_id, id);
create index on audit_entry (reason_id);
create index on audit_entry (undoes);

create function audit_entries_stay() returns trigger language plpgsql as
$$ begin raise exception 'The audit log is only written to'; end $$;
create trigger audit_entries_stay before update or delete or truncate on audit_entry
  for each statement execute function audit_entries_stay();

-- What those who run topics note for each other about a post or a member.
create table staff_note (
  id         bigint generated always as identity primary key,
  post_id    bigint references post,
  member_id  bigint references member,
  words      text not null check (words <> ''),
  written_by bigint not null references member,
  written_at timestamptz not null,
  check ((post_id is null) <> (member_id is null))
);
create index on staff_note (post_id);
create index on staff_note (member_id);
create index on staff_note (written_by);

-- The flags of one post are one case until somebody closes it; a flag after that opens a new one.
create table flag_case (
  id        bigint generated always as identity primary key,
  post_id   bigint not null references post,
  state     text not null default 'OPEN' check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
  opened_at timestamptz not null,
  -- A few words to those who flagged.
  outcome   text,
  closed_by bigint references member,
  closed_at timestamptz,
  constraint flag_case_check1 check ((state = 'OPEN') = (closed_at is null)),
  constraint flag_case_check2 check ((closed_by is null) = (closed_at is null)),
  constraint flag_case_check3 check (outcome is null or closed_at is not null)
);
create unique index flag_case_open on flag_case (post_id) where state = 'OPEN';
create index on flag_case (post_id);
create index on flag_case (state, id);
create index on flag_case (closed_by);

create table flag (
  case_id    bigint not null references flag_case,
  member_id  bigint not null references member,
  reason     text not null check (reason <> ''),
  flagged_at timestamptz not null,
  primary key (case_id, member_id)
);
create index on flag (member_id, case_id);

-- To whom a row of the desk is assigned, so that nobody else works on it at the same time. It ends half an hour later.
create table assignment (
  -- The section of the desk: "WAITING", "FLAGS".
  section     text not null,
  row_id      bigint not null,
  member_id   bigint not null references member,
  assigned_at timestamptz not null,
  primary key (section, row_id)
);
create index on assignment (member_id);
