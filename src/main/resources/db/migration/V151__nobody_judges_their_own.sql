-- Who wrote a post, by whatever name: the member, or whom somebody known by initials turned out to be.
create view written_by as
  select p.id as post_id, coalesce(p.author_member_id, h.member_id) as member_id
  from post p left join placeholder h on h.id = p.author_placeholder_id;

-- Whether anybody but this member can decide what waits in a topic.
create function others_run(topic bigint, member bigint) returns boolean language sql stable as
$$ select exists (
     select from member m
     where m.id <> others_run.member and m.status = 'ACTIVE' and not suspended(m.id, now())
     and (m.role <> 'MEMBER'
          or exists (select from runs_topic r where r.topic_id = others_run.topic and r.member_id = m.id))) $$;

-- Whether a member says, or has said, that they are somebody known by initials: then others decide who it is.
create function claims_to_be(member bigint, placeholder bigint) returns boolean language sql stable as
$$ select exists (
     select from claim c
     where c.member_id = claims_to_be.member and c.state <> 'NOT_ME'
     and c.placeholder_id in (select same_person(claims_to_be.placeholder))) $$;
