-- The number that a question has in a topic, or had before it moved; null where it never stood there.
create function number_in(topic bigint, question bigint) returns text language sql stable as $$
  select number from (
      select q.number, 1 as place from question q where q.id = $2 and q.topic_id = $1
      union all
      select r.number, 2 from question_redirect r where r.question_id = $2 and r.topic_id = $1) known
  order by place limit 1
$$;
