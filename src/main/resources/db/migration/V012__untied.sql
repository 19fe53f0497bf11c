-- A question that a post does not address after all: its words are never taken for it again.
create table post_question_untied (
  post_id     bigint not null references post,
  question_id bigint not null references question,
  untied_by   bigint not null references member,
  untied_at   timestamptz not null,
  primary key (post_id, question_id)
);
create index on post_question_untied (question_id);
create index on post_question_untied (untied_by);
