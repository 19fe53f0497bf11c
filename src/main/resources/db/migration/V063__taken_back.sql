-- A held post that its author takes back is gone: nobody but them and those who run its topic ever read it, and its words
-- are a draft again. What the rest of the forum has noted of it goes along.
alter table held_revision drop constraint held_revision_post_id_fkey,
  add constraint held_revision_post_id_fkey foreign key (post_id) references post on delete cascade;
alter table mention drop constraint mention_post_id_fkey,
  add constraint mention_post_id_fkey foreign key (post_id) references post on delete cascade;
alter table post_question drop constraint post_question_post_id_fkey,
  add constraint post_question_post_id_fkey foreign key (post_id) references post on delete cascade;
alter table post_question_untied drop constraint post_question_untied_post_id_fkey,
  add constraint post_question_untied_post_id_fkey foreign key (post_id) references post on delete cascade;
alter table proposed_question drop constraint proposed_question_post_id_fkey,
  add constraint proposed_question_post_id_fkey foreign key (post_id) references post on delete cascade;
alter table joined_tie drop constraint joined_tie_post_id_fkey,
  add constraint joined_tie_post_id_fkey foreign key (post_id) references post on delete cascade;
alter table parted_tie drop constraint parted_tie_post_id_fkey,
  add constraint parted_tie_post_id_fkey foreign key (post_id) references post on delete cascade;
alter table moved_post drop constraint moved_post_post_id_fkey,
  add constraint moved_post_post_id_fkey foreign key (post_id) references post on delete cascade;
alter table notice drop constraint notice_post_id_fkey,
  add constraint notice_post_id_fkey foreign key (post_id) references post on delete cascade;

-- Those that were taken back before: empty, and nobody’s to read.
delete from post where state = 'HELD' and number is null and state_by = author_member_id and body_markdown = '';
