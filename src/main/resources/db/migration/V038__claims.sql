-- A member says that they are somebody known by initials, or that they are not. One row for both of them.
create table claim (
  id             bigint generated always as identity primary key,
  placeholder_id bigint not null references placeholder,
  member_id      bigint not null references member,
  state          text not null check (state in
    -- NOT_ME: the member said no. OVERTAKEN: somebody else was found to be them, or the same member by another claim.
    ('WAITING', 'CONFIRMED', 'REFUSED', 'NOT_ME', 'OVERTAKEN', 'UNDONE', 'LEFT')),
  filed_at       timestamptz not null,
  -- Empty where the address of the list settled it.
  settled_by     bigint references member,
  settled_at     timestamptz,
  reason         text,
  undone_by      bigint references member,
  undone_at      timestamptz,
  unique (placeholder_id, member_id),
  check ((state in ('CONFIRMED', 'REFUSED', 'OVERTAKEN', 'UNDONE')) = (settled_at is not null)),
  check ((state = 'UNDONE') = (undone_at is not null)),
  check ((undone_by is null) = (undone_at is null)),
  check (reason is null or state = 'REFUSED')
);
create unique index claim_confirmed on claim (placeholder_id) where state = 'CONFIRMED';
create index on claim (member_id, id);
create index on claim (settled_by);
create index on claim (undone_by);
create index on claim (id) where state = 'WAITING';

-- What a label and a name have in common: neither organisations nor "(2)", neither dots nor spaces, no capitals.
create function person_key(label text) returns text language sql immutable as
$$ select nullif(regexp_replace(lower(regexp_replace(label, '\s*[(,].*$', '')), '[[:space:].''’_@*-]+', '', 'g'), '') $$;

alter table placeholder
  -- By which claim somebody is known to be this; of several that were joined, the claim may be of another.
  add column claim_id bigint references claim,
  -- The same person in another topic, as staff found.
  add column joined_to bigint references placeholder check (joined_to <> id),
  add column email_at timestamptz;
alter table placeholder add check (claim_id is null or member_id is not null);
alter table placeholder add check (email_hash is null or email_at is not null);
create index on placeholder (person_key(label));
create index on placeholder (email_hash) where email_hash is not null;
create index on placeholder (email_at) where email_hash is not null;
create index on placeholder (claim_id);
create index on placeholder (joined_to);

-- All that staff found to be the same person, itself among them.
create function same_person(placeholder bigint) returns setof bigint language sql stable as
$$ with recursive kin(id) as (
     select placeholder
     union
     select x.id from kin join placeholder me on me.id = kin.id
                 join placeholder x on x.joined_to = me.id or x.id = me.joined_to)
   select id from kin $$;

-- What the addresses of lists are hashed with, so that nobody can try a list of addresses on a copy of one table.
create table import_key (
  key   bytea not null,
  single boolean primary key default true check (single)
);
create function email_key(email text) returns bytea language sql stable as
$$ select sha256(k.key || sha256(k.key || convert_to(lower(btrim(normalize(email, nfkc))), 'UTF8'))) from import_key k $$;

-- Whom a member may be in a topic, or in all of them (0), and has not been asked about: by initials, name, first name or
-- an address that they have confirmed.
create function fitting_placeholders(me bigint, topic bigint) returns setof bigint language sql stable as
$$ select p.id
   from member m
   cross join lateral (
     select array[person_key(m.display_name), person_key(m.full_name), person_key(m.initials),
                  person_key(split_part(coalesce(m.full_name, m.display_name), ' ', 1))] as names,
            array(select email_key(e.email) from member_email e
                  where e.member_id = m.id and e.confirmed_at is not null) as addresses) known
   join placeholder p on p.member_id is null
     and (person_key(p.label) = any(known.names) or p.email_hash = any(known.addresses))
   join topic t on t.id = p.topic_id and t.state <> 'DRAFT'
   where m.id = me and topic in (0, p.topic_id)
     and not exists (select from claim c where c.member_id = me and c.placeholder_id = p.id and c.state <> 'OVERTAKEN')
     and not exists (select from claim c join placeholder o on o.id = c.placeholder_id
                     where c.member_id = me and o.topic_id = p.topic_id and c.state in ('WAITING', 'CONFIRMED')) $$;

insert into claim (placeholder_id, member_id, state, filed_at, settled_at)
  select id, member_id, 'CONFIRMED', claimed_at, claimed_at from placeholder where member_id is not null;
update placeholder p set claim_id = c.id from claim c where c.placeholder_id = p.id;

-- The addresses in what was pasted are dropped after their time.
alter table import_batch add column addresses_dropped boolean not null default false;
create index on import_batch (imported_at) where not addresses_dropped;
create function without_addresses(words text) returns text language sql immutable as
$$ select regexp_replace(words, '[^\s@<>()\[\],;:"]+@[^\s@<>()\[\],;:"]+\.[^\s@<>()\[\],;:".!?]+', '[…]', 'g') $$;
