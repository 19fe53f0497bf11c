-- "I have this question too" is a row, one for each member and question.
create table question_vote (
  question_id bigint not null references question,
  member_id   bigint not null references member,
  voted_at    timestamptz not null,
  primary key (question_id, member_id)
);
create index on question_vote (member_id);

-- So is a word of thanks for a reply. There is no minus.
create table thanks (
  post_id    bigint not null references post,
  member_id  bigint not null references member,
  thanked_at timestamptz not null,
  primary key (post_id, member_id)
);
create index on thanks (member_id);
