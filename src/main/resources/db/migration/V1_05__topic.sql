-- One webinar's discussion, or a discussion without a webinar.
create table topic (
  id               bigint generated always as identity primary key,
  slug             text not null unique,
  title            text not null,
  kind             text not null check (kind in ('WEBINAR', 'DISCUSSION')),
  state            text not null check (state in ('DRAFT', 'OPEN', 'LOCKED', 'MERGED')),
  held_on          date,
  speakers         text,
  recording_url    text,
  created_by       bigint not null references member,
  created_at       timestamptz not null,
  -- Who published the draft, shown to anybody who tries to publish it a moment later.
  published_by     bigint references member,
  published_at     timestamptz,
  locked_by        bigint references member,
  locked_at        timestamptz,
  -- The whole topic was moved into this one: its address leads there.
  merged_into      bigint references topic,
  -- The highest post number given; no number is given twice.
  last_post_number int not null default 0,
  last_activity_at timestamptz not null,
  version          int not null default 0,
  constraint topic_published_check check ((published_by is null) = (published_at is null)),
  -- A locked topic that is merged remembers that it was locked.
  constraint topic_locked_check
    check ((state <> 'LOCKED' or locked_at is not null) and (locked_at is null or state in ('LOCKED', 'MERGED'))),
  constraint topic_merged_check
    check ((state = 'MERGED') = (merged_into is not null) and merged_into is distinct from id)
);
create index on topic (created_by);
create index on topic (published_by);
create index on topic (locked_by);
create index on topic (merged_into);
create index on topic (last_activity_at desc, id desc) where state <> 'DRAFT';
-- Lists show topics by the day of their webinar, or else by the day they were created.
create index topic_by_day on topic (coalesce(held_on, (created_at at time zone 'UTC')::date) desc, id desc);

-- A slug that a topic had before leads to it.
create table old_slug (
  slug     text primary key,
  topic_id bigint not null references topic
);
create index on old_slug (topic_id);

create table topic_role (
  topic_id  bigint not null references topic,
  member_id bigint not null references member,
  role      text not null check (role in ('FACILITATOR', 'SPEAKER')),
  primary key (topic_id, member_id, role)
);
create index on topic_role (member_id);

-- Who has written in a topic: counted on its pages, and suggested to whoever mentions somebody.
create table participant (
  topic_id  bigint not null references topic,
  member_id bigint not null references member,
  since     timestamptz not null,
  primary key (topic_id, member_id)
);
create index on participant (member_id);

-- While a member is on leave, a deputy runs their topics.
create table leave (
  id        bigint generated always as identity primary key,
  member_id bigint not null references member,
  deputy_id bigint not null references member,
  began_at  timestamptz not null,
  -- The first moment after the leave.
  until     timestamptz not null,
  -- Set when they came back early.
  ended_at  timestamptz,
  check (member_id <> deputy_id),
  check (until > began_at)
);
create unique index leave_open on leave (member_id) where ended_at is null;
create index on leave (member_id);
create index on leave (deputy_id, until);

-- Who runs a topic now: its facilitators, and the deputies of those on leave. A deputy's own deputy does not.
create view runs_topic as
  select topic_id, member_id from topic_role where role = 'FACILITATOR'
  union
  select r.topic_id, l.deputy_id
  from topic_role r join leave l on l.member_id = r.member_id and l.until > now() and l.ended_at is null
  where r.role = 'FACILITATOR';

-- Whether anybody but this member can decide what is pending in a topic.
create function others_run(topic bigint, member bigint) returns boolean language sql stable as
$$ select exists (
     select from member m
     where m.id <> others_run.member and m.status = 'ACTIVE' and not suspended(m.id, now())
     and (m.role <> 'MEMBER'
          or exists (select from runs_topic r where r.topic_id = others_run.topic and r.member_id = m.id))) $$;

-- Somebody known only by initials or a name. A claim sets the member and nothing else: what a placeholder asked and wrote
-- keeps pointing here, so undoing a claim is clearing the member again.
create table placeholder (
  id         bigint generated always as identity primary key,
  topic_id   bigint not null references topic,
  label      text not null,
  -- The address that the imported list gave (see email_key), and when it was imported; forgotten after a time.
  email_hash bytea,
  email_at   timestamptz,
  member_id  bigint references member,
  claimed_at timestamptz,
  -- The claim that says who this is. Where placeholders are joined, it may be a claim to another of them.
  claim_id   bigint,
  -- The same person in another topic, as staff found out.
  joined_to  bigint references placeholder,
  unique (topic_id, label),
  check ((member_id is null) = (claimed_at is null)),
  check (joined_to <> id),
  check (claim_id is null or member_id is not null),
  check (email_hash is null or email_at is not null)
);

-- A member says that they are, or are not, somebody known by initials. One row for each member and placeholder.
create table claim (
  id             bigint generated always as identity primary key,
  placeholder_id bigint not null references placeholder,
  member_id      bigint not null references member,
  state          text not null check (state in
    -- NOT_ME: the member said no. SUPERSEDED: the placeholder turned out to be somebody else, or the same member by another
    -- claim.
    ('WAITING', 'CONFIRMED', 'REFUSED', 'NOT_ME', 'SUPERSEDED', 'UNDONE', 'LEFT')),
  -- A claim that was decided otherwise can be filed again with words that say why; refused twice, no more.
  words          text check (words <> ''),
  refusals       int not null default 0 check (refusals >= 0),
  filed_at       timestamptz not null,
  -- Null where the address in the imported list decided it.
  decided_by     bigint references member,
  decided_at     timestamptz,
  -- Why it was refused.
  reason         text,
  undone_by      bigint references member,
  undone_at      timestamptz,
  unique (placeholder_id, member_id),
  check ((state in ('CONFIRMED', 'REFUSED', 'SUPERSEDED', 'UNDONE')) = (decided_at is not null)),
  check ((state = 'UNDONE') = (undone_at is not null)),
  check ((undone_by is null) = (undone_at is null)),
  check (reason is null or state = 'REFUSED')
);
create unique index claim_confirmed on claim (placeholder_id) where state = 'CONFIRMED';
create index on claim (member_id, id);
create index on claim (decided_by);
create index on claim (undone_by);
create index on claim (id) where state = 'WAITING';

alter table placeholder add foreign key (claim_id) references claim;

-- How a label and a name are compared: without organisation or "(2)", dots, spaces and capitals.
create function person_key(label text) returns text language sql immutable as
$$ select nullif(regexp_replace(lower(regexp_replace(label, '\s*[(,].*$', '')), '[[:space:].''’_@*-]+', '', 'g'), '') $$;

create index on placeholder (member_id);
create index on placeholder (claim_id);
create index on placeholder (joined_to);
create index on placeholder (person_key(label));
create index on placeholder (email_hash) where email_hash is not null;
create index on placeholder (email_at) where email_hash is not null;

-- All placeholders that staff found to be the same person, this one included.
create function same_person(placeholder bigint) returns setof bigint language sql stable as
$$ with recursive kin(id) as (
     select placeholder
     union
     select x.id from kin join placeholder me on me.id = kin.id
                 join placeholder x on x.joined_to = me.id or x.id = me.joined_to)
   select id from kin $$;

-- Whether a member says, or has said, that they are this placeholder: then others decide who it is.
create function claims_to_be(member bigint, placeholder bigint) returns boolean language sql stable as
$$ select exists (
     select from claim c
     where c.member_id = claims_to_be.member and c.state <> 'NOT_ME'
     and c.placeholder_id in (select same_person(claims_to_be.placeholder))) $$;

-- The secret key with which addresses of imported lists are hashed: a copy of the placeholders alone is not enough to try
-- addresses on them.
create table import_key (
  key    bytea not null,
  single boolean primary key default true check (single)
);
create function email_key(email text) returns bytea language sql stable as
$$ select sha256(k.key || sha256(k.key || convert_to(lower(btrim(normalize(email, nfkc))), 'UTF8'))) from import_key k $$;

-- The placeholders that a member may be, in one topic or in all (0), and has not been asked about: those that match by
-- initials, name, first name or a confirmed address. The matches are found first, by their indexes, and the member's
-- answers are read once: so thousands of placeholders and answers cost no more than a few, however the query is planned.
create function fitting_placeholders(me bigint, topic bigint) returns setof bigint language sql stable as
$$ with known as materialized (
     select array[person_key(m.display_name), person_key(m.full_name), person_key(m.initials),
                  person_key(split_part(coalesce(m.full_name, m.display_name), ' ', 1))] as names,
            array(select email_key(e.email) from member_email e
                  where e.member_id = m.id and e.confirmed_at is not null) as addresses
     from member m where m.id = me),
   fitting as materialized (
     select p.id, p.topic_id, p.member_id from known join placeholder p on person_key(p.label) = any(known.names)
     union
     select p.id, p.topic_id, p.member_id from known join placeholder p on p.email_hash = any(known.addresses)),
   said as materialized (
     select c.placeholder_id, o.topic_id, c.state from claim c join placeholder o on o.id = c.placeholder_id
     where c.member_id = me)
   select p.id
   from fitting p join topic t on t.id = p.topic_id and t.state <> 'DRAFT'
   where p.member_id is null and topic in (0, p.topic_id)
     and not exists (select from said where said.placeholder_id = p.id and said.state <> 'SUPERSEDED')
     and not exists (select from said where said.topic_id = p.topic_id and said.state in ('WAITING', 'CONFIRMED')) $$;
