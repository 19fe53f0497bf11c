-- What changed lately, for nodes that keep pages: a page is kept until a row appears that concerns it. Triggers write the
-- rows, so nothing that changes a table can forget to. Nodes delete them after minutes. A replica has them too, so that pages
-- that are read there know what it lacks.
create table change (
  -- A node reads the rows of all transactions that it could not see before. Numbers of a sequence would not do: a transaction
  -- may commit after one that began later.
  transaction_id xid8 not null default pg_current_xact_id(),
  -- 0: not one topic alone, as a name or a setting.
  topic_id       bigint not null,
  primary key (transaction_id, topic_id)
);

-- Notes changes of a table from now on. The queries name the topics that rows concern: of "changed", the rows that were
-- inserted, deleted, or changed, as they are and as they were.
create procedure note_changes(watched text, events text[], topics text) language plpgsql as $$
declare
  event text;
begin
  execute format($create$
    create or replace function note_%1$s() returns trigger language plpgsql as $body$
    begin
      insert into change (topic_id) select distinct topic from (%2$s) concerned (topic) where topic is not null
      on conflict do nothing;
      return null;
    end $body$ $create$, watched || '_' || lower(events[1]), topics);
  foreach event in array events loop
    execute format('create trigger note_%1$s after %2$s on %3$I referencing %4$s for each statement execute function note_%5$s()',
        lower(event), event, watched,
        case event when 'INSERT' then 'new table as changed' when 'DELETE' then 'old table as changed'
                   else 'old table as before new table as changed' end,
        watched || '_' || lower(events[1]));
  end loop;
end $$;

-- Notes changes of a table of which every row concerns the same topics, however it changes.
create procedure note_all_changes(watched text, topics text) language plpgsql as $$
begin
  call note_changes(watched, '{INSERT,DELETE}', topics);
  call note_changes(watched, '{UPDATE}', topics || ' union all ' || replace(topics, 'changed', 'before'));
end $$;

-- The site as a whole.
call note_all_changes('setting', 'select 0 from changed');
call note_all_changes('site_logo', 'select 0 from changed');
-- What only a profile shows is noted under no topic: pages of topics stay as they are.
call note_changes('member', '{UPDATE}', 'select case
    when (now.handle, now.display_name, now.role, now.status)
      is distinct from (was.handle, was.display_name, was.role, was.status) then 0 else -1 end
  from changed now join before was using (id)
  where (now.handle, now.display_name, now.role, now.status, now.listed, now.organisation, now.country, now.about)
  is distinct from (was.handle, was.display_name, was.role, was.status, was.listed, was.organisation, was.country, was.about)');
-- Home says so where nobody is administrator yet.
call note_changes('member', '{INSERT}', 'select 0 from changed where role = ''ADMINISTRATOR''');
call note_changes('placeholder', '{INSERT,DELETE}', 'select topic_id from changed');
-- Posts that were moved name people of another topic.
call note_changes('placeholder', '{UPDATE}', 'select 0 from changed');
call note_all_changes('claim', 'select p.topic_id from changed join placeholder p on p.id = changed.placeholder_id');
call note_all_changes('leave', 'select 0 from changed');
call note_all_changes('old_slug', 'select topic_id from changed');
call note_changes('topic', '{INSERT,DELETE}', 'select id from changed');
-- The address, the title and the state of a topic stand on pages of others.
call note_changes('topic', '{UPDATE}', 'select id from changed union all select 0 from changed now join before was using (id)
  where (now.slug, now.title, now.state, now.merged_into) is distinct from (was.slug, was.title, was.state, was.merged_into)');

-- One topic.
call note_all_changes('topic_role', 'select topic_id from changed');
call note_all_changes('participant', 'select topic_id from changed');
call note_all_changes('question_redirect', 'select topic_id from changed');
call note_all_changes('post_redirect', 'select topic_id from changed');
call note_all_changes('topic_resource', 'select topic_id from changed');
call note_all_changes('missing_source', 'select topic_id from changed');

-- A question, those in which it stands as a duplicate or as the original, and topics that lead to where it is now.
call note_all_changes('question', 'select topic_id from changed
  union all select q.topic_id from changed join question q on q.id = changed.merged_into
  union all select q.topic_id from changed join question q on q.merged_into = changed.id
  union all select r.topic_id from changed join question_redirect r on r.question_id = changed.id
  union all select p.topic_id from changed join proposed_question o on o.question_id = changed.id join post p on p.id = o.post_id
  union all select q.topic_id from changed join question_event e on e.other_id = changed.id join question q on q.id = e.question_id');
call note_all_changes('question_vote', 'select q.topic_id from changed join question own on own.id = changed.question_id
  join question q on q.id in (own.id, own.merged_into)');
call note_all_changes('question_event', 'select q.topic_id from changed join question q on q.id in (question_id, other_id)');
call note_all_changes('question_citation', 'select q.topic_id from changed join question q on q.id = changed.question_id');
call note_all_changes('request', 'select q.topic_id from changed join question own on own.id = changed.question_id
  join question q on q.id in (own.id, own.merged_into)');

-- A post, topics that lead to where it is now, its replies, which may stand elsewhere, and the questions that it addresses.
call note_all_changes('post', 'select topic_id from changed
  union all select r.topic_id from changed join post_redirect r on r.post_id = changed.id
  union all select p.topic_id from changed join post p on p.parent_id = changed.id
  union all select q.topic_id from changed join post_question l on l.post_id = changed.id join question q on q.id = l.question_id');
call note_all_changes('post_question', 'select p.topic_id from changed join post p on p.id = changed.post_id
  union all select q.topic_id from changed join question q on q.id = changed.question_id');
call note_all_changes('post_part', 'select p.topic_id from changed join post p on p.id = changed.post_id');
call note_all_changes('post_link', 'select p.topic_id from changed join post p on p.id = changed.post_id');
call note_all_changes('post_revision', 'select p.topic_id from changed join post p on p.id = changed.post_id');
call note_all_changes('proposed_question', 'select p.topic_id from changed join post p on p.id = changed.post_id');
call note_all_changes('thanks', 'select p.topic_id from changed join post p on p.id = changed.post_id');
call note_all_changes('mention', 'select p.topic_id from changed join post p on p.id = changed.post_id');
call note_all_changes('citation', 'select p.topic_id from changed join post p on p.id = changed.post_id');
