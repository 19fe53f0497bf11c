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

-- The names by which people of a topic can be found, as they are typed: in small letters, without accents, spaces and signs.
-- Each name once from each of its words on, with the words before it behind: "amaradiallo" and "dialloamara". Whoever types
-- "ä" may also find "ae". Written by the triggers below; who exactly is meant is decided by Labels.
create table topic_name (
  topic_id       bigint not null references topic,
  key            text collate "C" not null,
  -- From the first word on.
  is_whole       boolean not null,
  -- Null for a placeholder, also for one that somebody has claimed.
  member_id      bigint references member,
  placeholder_id bigint references placeholder on delete cascade,
  check ((member_id is null) <> (placeholder_id is null)),
  unique nulls not distinct (topic_id, key, member_id, placeholder_id)
);
create index on topic_name (topic_id, key) where is_whole;
create index on topic_name (member_id);
create index on topic_name (placeholder_id);

-- In plpgsql, as the functions below, because it keeps the plans of its statements.
create function name_keys(name text) returns table (key text, is_whole boolean) language plpgsql immutable parallel safe as
$$ #variable_conflict use_column
   begin return query
   with written as (
       select lower(normalize(name_keys.name, NFKC) collate "und-x-icu") as name),
     spelled as (
       select name from written
       union select replace(replace(replace(name, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue') from written),
     plain as (
       select replace(replace(replace(replace(translate(regexp_replace(normalize(name, NFKD),
           '[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]', '', 'g'),
           'đðłøıħŋə', 'ddloihna'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') as name
       from spelled),
     words as (
       select array(select word from regexp_split_to_table(regexp_replace(name,
           '[!-/:-@\[-^`{-~\u00a0-\u00bf\u00d7\u00f7\u02b0-\u02ff\u05f3\u05f4\u060c\u061b\u061f\u0964\u0965\u200b-\u200f\u2010-\u2027\u202a-\u206f\u2190-\u27bf\u3001-\u303f\ufe00-\ufe0f\U0001f000-\U0001faff]',
           '', 'g'), '\s+') with ordinality word (word, place) where word <> '' order by place) as words
       from plain)
   select distinct left(array_to_string(words[place:] || words[:place - 1], ''), 80), place = 1
   from words, generate_subscripts(words, 1) place;
   end $$;

create function write_names(topic bigint, member bigint) returns void language plpgsql as
$$ #variable_conflict use_column
   begin
   delete from topic_name n where n.topic_id = write_names.topic and n.member_id = write_names.member;
   insert into topic_name (topic_id, key, is_whole, member_id)
   select write_names.topic, k.key, bool_or(k.is_whole), m.id
   from member m
   cross join lateral (values (m.display_name), (m.handle), (m.initials)) called (name)
   cross join lateral name_keys(called.name) k
   where m.id = write_names.member and m.status = 'ACTIVE'
     and (exists (select from participant p where p.topic_id = write_names.topic and p.member_id = m.id)
          or exists (select from topic_role r where r.topic_id = write_names.topic and r.member_id = m.id))
   group by k.key, m.id
   on conflict do nothing;
   end $$;

create function write_placeholder_names(placeholder bigint) returns void language plpgsql as
$$ #variable_conflict use_column
   begin
   delete from topic_name n where n.placeholder_id = write_placeholder_names.placeholder;
   insert into topic_name (topic_id, key, is_whole, placeholder_id)
   select p.topic_id, k.key, bool_or(k.is_whole), p.id
   from placeholder p
   left join member m on m.id = p.member_id
   cross join lateral (values (p.label), (m.display_name), (m.handle), (m.initials)) called (name)
   cross join lateral name_keys(called.name) k
   where p.id = write_placeholder_names.placeholder
   group by p.topic_id, k.key, p.id
   on conflict do nothing;
   end $$;

create function names_of_part() returns trigger language plpgsql as
$$ begin
     if tg_op <> 'INSERT' then
       perform write_names(old.topic_id, old.member_id);
     end if;
     if tg_op <> 'DELETE' then
       perform write_names(new.topic_id, new.member_id);
     end if;
     return null;
   end $$;
create trigger names after insert or update or delete on participant for each row execute function names_of_part();
create trigger names after insert or update or delete on topic_role for each row execute function names_of_part();

create function names_of_placeholder() returns trigger language plpgsql as
$$ begin
     perform write_placeholder_names(new.id);
     return null;
   end $$;
create trigger names after insert or update of topic_id, label, member_id on placeholder
  for each row execute function names_of_placeholder();

create function names_of_member() returns trigger language plpgsql as
$$ begin
     perform write_names(t.topic_id, new.id)
     from (select topic_id from participant where member_id = new.id
           union select topic_id from topic_role where member_id = new.id) t;
     perform write_placeholder_names(p.id) from placeholder p where p.member_id = new.id;
     return null;
   end $$;
create trigger names after update of display_name, handle, initials, status on member for each row
  when ((old.display_name, old.handle, old.initials, old.status)
        is distinct from (new.display_name, new.handle, new.initials, new.status))
  execute function names_of_member();

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
