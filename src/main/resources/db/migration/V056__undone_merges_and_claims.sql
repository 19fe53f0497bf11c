-- What somebody had begun to write and that went along with a move, as its form was: ticks and numbers mean something in
-- one topic only. Taken back, it stands where it stood, unless its author has written on since.
create table moved_draft (
  move_id     bigint not null references move,
  draft_id    bigint not null references draft on delete cascade,
  revision    bigint not null,
  form_before jsonb not null,
  -- There it stood beside words that were newer there.
  copied      boolean not null,
  primary key (move_id, draft_id)
);
create index on moved_draft (draft_id);

-- Whether sources that a held post announces without an address wait for one: its author's choice, until it is approved.
alter table post add column asks_sources boolean not null default true;

-- A claim that staff settled otherwise can be filed again with words that say why; refused twice, no more.
alter table claim
  add column words text check (words <> ''),
  add column refusals int not null default 0 check (refusals >= 0);
update claim set refusals = 1 where state = 'REFUSED';

-- Events of moves that nobody has heard yet carried the reason in words. It stands in the log.
update event_publication set serialized_event = regexp_replace(serialized_event, '"reason":"([^"\\]|\\.)*",', '')
where event_type = 'org.afterword.conversation.PostsMoved';
