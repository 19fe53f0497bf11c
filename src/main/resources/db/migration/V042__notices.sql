-- What a member is told because it concerns them. Their words are read when they are shown, never kept here.
create table notice (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  -- One thing is told once: "post 12", "answer 12 5", "hidden 12 2026-04-30T09:00:00Z".
  thing        text not null,
  kind         text not null check (kind in ('ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED',
    'CONFIRMED', 'PINNED', 'OWN_CONFIRMED', 'OWN_PINNED', 'STATUS',
    'APPROVED', 'SENT_BACK', 'HIDDEN', 'REMOVED', 'RESTORED', 'FLAGS')),
  -- Who did it; null where nobody is named.
  actor_id     bigint references member,
  post_id      bigint references post,
  question_id  bigint references question,
  flag_case_id bigint references flag_case,
  told_at      timestamptz not null,
  seen_at      timestamptz,
  unique (member_id, thing),
  check (post_id is not null or question_id is not null or flag_case_id is not null)
);
create index on notice (member_id, told_at desc, id desc);
create index notice_new on notice (member_id) where seen_at is null;
create index on notice (told_at);
create index on notice (actor_id);
create index on notice (post_id);
create index on notice (question_id);
create index on notice (flag_case_id);
