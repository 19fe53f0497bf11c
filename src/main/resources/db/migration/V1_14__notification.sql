-- What a member is notified of because it concerns them. Texts are read when the notice is shown, never copied here.
create table notice (
  id         bigint generated always as identity primary key,
  member_id  bigint not null references member,
  -- Each thing is notified once: "post 12", "answer 12 5", "hidden 12 2026-04-30T09:00:00Z".
  dedup_key  text not null,
  -- A constant of NoticeKind.
  kind       text not null,
  -- Who did it; null where nobody is named.
  actor_id   bigint references member,
  -- What it is about: a constant of NoticeSubject, the id of that thing, and of a second one where the subject says so.
  -- No foreign keys: what was deleted is not shown, and whoever deletes a thing that is notified of publishes it.
  subject    text not null,
  subject_id bigint not null,
  detail_id  bigint,
  told_at    timestamptz not null,
  seen_at    timestamptz,
  unique (member_id, dedup_key)
);
create index on notice (member_id, told_at desc, id desc);
create index notice_new on notice (member_id) where seen_at is null;
create index on notice (told_at);
create index on notice (actor_id);
create index on notice (subject, subject_id);

-- Posts that were written or changed, and whose readers are not notified yet. A row is deleted in the transaction that
-- writes its notices.
create table unannounced_post (
  id           bigint generated always as identity primary key,
  post_id      bigint not null references post on delete cascade,
  -- Who published these words.
  published_by bigint not null references member,
  news         text not null check (news in ('WRITTEN', 'APPROVED', 'EDITED')),
  -- Of an edit: the members whom it names for the first time.
  named        bigint[] not null,
  written_at   timestamptz not null
);
create index on unannounced_post (post_id);
create index on unannounced_post (published_by);
