-- Who asked somebody to join: whoever was invited is trusted with a first post.
alter table member add column invited_by bigint references member;
create index on member (invited_by);
