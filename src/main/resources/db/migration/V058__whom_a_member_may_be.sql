-- As before; but those who fit by name or address are found first, by their indexes, and what the member said is read
-- once: in whatever order it is planned, thousands of placeholders and answers cost no more than a few.
create or replace function fitting_placeholders(me bigint, topic bigint) returns setof bigint language sql stable as
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
     and not exists (select from said where said.placeholder_id = p.id and said.state <> 'OVERTAKEN')
     and not exists (select from said where said.topic_id = p.topic_id and said.state in ('WAITING', 'CONFIRMED')) $$;
