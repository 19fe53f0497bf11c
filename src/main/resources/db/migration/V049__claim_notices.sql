-- What became of a claim is told to who filed it; one row, which comes up again when it changes.
alter table notice add column claim_id bigint references claim on delete cascade;
create index on notice (claim_id);
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED',
  'CONFIRMED', 'PINNED', 'OWN_CONFIRMED', 'OWN_PINNED', 'STATUS',
  'APPROVED', 'SENT_BACK', 'HIDDEN', 'REMOVED', 'RESTORED', 'MOVED', 'FLAGS', 'DEPUTY', 'CLAIM'));
alter table notice drop constraint notice_about_check;
alter table notice add constraint notice_about_check
  check (post_id is not null or question_id is not null or flag_case_id is not null or leave_id is not null or claim_id is not null);
