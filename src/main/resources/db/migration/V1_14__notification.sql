-- What a member is notified of because it concerns them. Texts are read when the notice is shown, never copied here.
create table notice (
  id            bigint generated always as identity primary key,
  member_id     bigint not null references member,
  -- Each thing is notified once: "post 12", "answer 12 5", "hidden 12 2026-04-30T09:00:00Z".
  thing         text not null,
  kind          text not null check (kind in ('POSTED', 'ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED',
    'CONFIRMED', 'PINNED', 'OWN_CONFIRMED', 'OWN_PINNED', 'STATUS', 'APPROVED', 'SENT_BACK', 'HIDDEN', 'REMOVED', 'RESTORED',
    'MOVED', 'FLAGS', 'DEPUTY', 'CLAIM', 'REQUESTED', 'SOURCE')),
  -- Who did it; null where nobody is named.
  actor_id      bigint references member,
  post_id       bigint references post on delete cascade,
  -- POSTED is one notice for all new posts of a topic that were not seen yet: post_id is the newest, this the first.
  first_post_id bigint references post,
  question_id   bigint references question,
  flag_case_id  bigint references flag_case,
  move_id       bigint references move,
  leave_id      bigint references leave,
  -- One notice for each claim, which is new again when the claim changes.
  claim_id      bigint references claim on delete cascade,
  request_id    bigint references request on delete cascade,
  told_at       timestamptz not null,
  seen_at       timestamptz,
  unique (member_id, thing),
  constraint notice_about_check check (post_id is not null or question_id is not null or flag_case_id is not null
    or leave_id is not null or claim_id is not null or request_id is not null)
);
create index on notice (member_id, told_at desc, id desc);
create index notice_new on notice (member_id) where seen_at is null;
create index on notice (told_at);
create index on notice (actor_id);
create index on notice (post_id);
create index on notice (first_post_id);
create index on notice (question_id);
create index on notice (flag_case_id);
create index on notice (move_id);
create index on notice (leave_id);
create index on notice (claim_id);
create index on notice (request_id);
