-- Words that must not stay readable are taken out of an old version for good; who did it, when and why stands in their place.
alter table post_revision
  add column removed_by bigint references member,
  add column removed_at timestamptz,
  add column removal    text check (removal <> ''),
  add check ((removed_by is null) = (removed_at is null) and (removed_by is null) = (removal is null)),
  add check (removed_by is null or body_markdown = '');
create index on post_revision (removed_by);

alter table question_event
  add column removed_by bigint references member,
  add column removed_at timestamptz,
  add column removal    text check (removal <> ''),
  add check ((removed_by is null) = (removed_at is null) and (removed_by is null) = (removal is null)),
  add check (removed_by is null or text_before = '');
create index on question_event (removed_by);
