-- Whoever runs a topic asks for the source of something that a post says. It stands among the missing sources, with no
-- sentence that announces it.
alter table missing_source add column wanted_by bigint references member;
create index on missing_source (wanted_by);

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED',
  'CONFIRMED', 'PINNED', 'OWN_CONFIRMED', 'OWN_PINNED', 'STATUS', 'APPROVED', 'SENT_BACK', 'HIDDEN', 'REMOVED', 'RESTORED',
  'MOVED', 'FLAGS', 'DEPUTY', 'CLAIM', 'REQUESTED', 'SOURCE'));

-- Finds what was asked of a question and of the twins that have joined it.
create index on question ((coalesce(merged_into, id)));
