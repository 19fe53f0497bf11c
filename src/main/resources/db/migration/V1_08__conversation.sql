-- Everything written in a topic; post 1 is the opening. Page p of a topic is the range (p-1)*20+1 .. p*20 of the numbers.
create table post (
  id                    bigint generated always as identity primary key,
  topic_id              bigint not null references topic,
  -- Given when it is published; a held post has none yet.
  number                int check (number > 0),
  author_member_id      bigint references member,
  author_placeholder_id bigint references placeholder,
  parent_id             bigint references post,
  -- The topic that it was written in, if it has moved: numbers in its text mean what they meant there.
  written_in            bigint references topic,
  body_markdown         text not null,
  body_html             text not null,
  -- The text without markup, cut for excerpts.
  excerpt               text not null,
  -- Posts rendered by an older renderer are rendered again.
  renderer_version      int not null,
  -- REMOVED: hidden for good. The line that says so stays, and the number.
  state                 text not null check (state in ('PUBLISHED', 'HELD', 'HIDDEN', 'REMOVED', 'WITHDRAWN')),
  state_reason          text,
  state_by              bigint references member,
  state_at              timestamptz,
  -- The author's choice while it is held: whether sources that it announces without an address become missing sources.
  asks_sources          boolean not null default true,
  written_at            timestamptz not null,
  edited_at             timestamptz,
  revision              int not null default 1,
  version               int not null default 0,
  unique (topic_id, number),
  check ((number is null) = (state = 'HELD')),
  check ((author_member_id is null) <> (author_placeholder_id is null))
);
create index on post (author_member_id, written_at desc);
create index on post (author_placeholder_id);
create index post_by_parent on post (parent_id, number);
create index on post (written_in);
create index on post (state_by);
create index on post (topic_id, written_at) where state = 'HELD';
create index on post (renderer_version);

-- Who wrote a post: the member, or the member whom the placeholder turned out to be. The name is the label of the
-- placeholder as long as nobody knows who that is; then there is no member and no handle.
create view post_author as
  -- Not the id of m: then PostgreSQL leaves the join of m out where nobody asks for the name or the handle.
  select p.id as post_id, coalesce(p.author_member_id, h.member_id) as member_id, h.id as placeholder_id,
         coalesce(m.display_name, h.label) as name, m.handle
  from post p
  left join placeholder h on h.id = p.author_placeholder_id
  left join member m on m.id = coalesce(p.author_member_id, h.member_id);

-- A number that a post had in a topic leads to it for ever; a line on the old page says that it moved.
create table post_redirect (
  topic_id     bigint not null references topic,
  number       int not null,
  post_id      bigint not null references post,
  -- The number was given by a move that was undone: it still leads to the post, but needs no line.
  brought_back boolean not null default false,
  primary key (topic_id, number)
);
create index on post_redirect (post_id);
create index on post_redirect (topic_id, number) where not brought_back;

-- A held post that its author takes back is deleted: only they and those who run its topic ever read it, and its text is a
-- draft again. What refers to it goes with it ("on delete cascade", here and in other files).

-- The text of a post before each edit.
create table post_revision (
  post_id       bigint not null references post,
  revision      int not null,
  body_markdown text not null,
  edited_by     bigint not null references member,
  edited_at     timestamptz not null,
  -- Given by a facilitator who edits somebody else's post, and by authors if they like.
  reason        text check (reason <> ''),
  -- Words that must not stay readable are removed for good; who did it, when and why takes their place.
  removed_by    bigint references member,
  removed_at    timestamptz,
  removal       text check (removal <> ''),
  primary key (post_id, revision),
  check ((removed_by is null) = (removed_at is null) and (removed_by is null) = (removal is null)),
  check (removed_by is null or body_markdown = '')
);
create index on post_revision (edited_by);
create index on post_revision (removed_by);

-- The text of a post before each edit while it was held: kept, but no part of the history that readers see.
create table held_revision (
  post_id       bigint not null references post on delete cascade,
  revision      int not null,
  body_markdown text not null,
  edited_by     bigint not null references member,
  edited_at     timestamptz not null,
  primary key (post_id, revision)
);
create index on held_revision (edited_by);

-- A thank-you for a post. There is no minus.
create table thanks (
  post_id    bigint not null references post,
  member_id  bigint not null references member,
  thanked_at timestamptz not null,
  primary key (post_id, member_id)
);
create index on thanks (member_id);

-- The questions that a post addresses, and whether it answers them and is pinned there.
create table post_question (
  post_id      bigint not null references post on delete cascade,
  question_id  bigint not null references question,
  -- ASKED: the post asks the question, and is no reply to it.
  source       text not null check (source in ('CHOSEN', 'RECOGNISED', 'STAFF', 'ASKED')),
  answer       text not null default 'NONE' check (answer in ('NONE', 'OFFERED', 'CONFIRMED')),
  confirmed_by bigint references member,
  confirmed_at timestamptz,
  pin_rank     int check (pin_rank between 1 and 5),
  pin_note     text,
  pinned_by    bigint references member,
  -- Since when the post addresses the question. Null: since it was written.
  linked_at      timestamptz,
  primary key (post_id, question_id),
  -- Checked at commit, so that pins can trade places.
  unique (question_id, pin_rank) deferrable initially deferred,
  check ((answer = 'CONFIRMED') = (confirmed_at is not null)),
  check (pin_rank is not null or pin_note is null)
);
create index on post_question (question_id, post_id);
-- Confirmed answers come before the other replies to a question.
create index on post_question (question_id, post_id) where answer = 'CONFIRMED';
create index on post_question (confirmed_by);
create index on post_question (pinned_by);

-- A question that a post does not address after all: its text is never recognised as doing so again.
create table dismissed_guess (
  post_id     bigint not null references post on delete cascade,
  question_id bigint not null references question,
  dismissed_by   bigint not null references member,
  dismissed_at   timestamptz not null,
  primary key (post_id, question_id)
);
create index on dismissed_guess (question_id);
create index on dismissed_guess (dismissed_by);

-- What was noted about a post and a question while the post does not address it, so that it can again. MOVED: they are in two
-- topics. MERGED: the question is a duplicate, and the post addresses the question into which it is merged.
create table resting_link (
  post_id      bigint not null references post on delete cascade,
  question_id  bigint not null references question,
  why          text not null check (why in ('MOVED', 'MERGED')),
  source       text not null check (source in ('CHOSEN', 'RECOGNISED', 'STAFF', 'ASKED')),
  answer       text not null check (answer in ('NONE', 'OFFERED', 'CONFIRMED')),
  confirmed_by bigint references member,
  confirmed_at timestamptz,
  pin_rank     int check (pin_rank between 1 and 5),
  pin_note     text,
  pinned_by    bigint references member,
  linked_at      timestamptz,
  -- MERGED: the answer that the post was to the other question before; null where it did not address it.
  answer_there text check (answer_there in ('NONE', 'OFFERED', 'CONFIRMED')),
  primary key (post_id, question_id),
  check ((answer = 'CONFIRMED') = (confirmed_at is not null)),
  check (pin_rank is not null or pin_note is null),
  check (why = 'MERGED' or answer_there is null)
);
create index on resting_link (question_id);
create index on resting_link (confirmed_by);
create index on resting_link (pinned_by);

-- What a post says to one of several questions that it addresses, by its first words. Read from the text, with every edit.
create table post_part (
  post_id     bigint not null references post on delete cascade,
  question_id bigint not null references question,
  excerpt     text not null,
  primary key (post_id, question_id)
);
create index on post_part (question_id);

-- The questions for which an address in a post is a source: as read from its paragraph, or as somebody chose. The addresses
-- of a paragraph that mentions no question are not here: they are sources for every question that the post addresses.
create table post_link (
  post_id   bigint not null references post on delete cascade,
  -- A short form of the address, for forms and for the primary key: addresses may be longer than a key may be.
  key       text not null,
  address   text not null,
  questions bigint[] not null,
  chosen    boolean not null,
  primary key (post_id, key)
);

-- A reply may ask a new question. A facilitator accepts it, links the post to an existing question, or says why not.
create table proposed_question (
  id          bigint generated always as identity primary key,
  post_id     bigint not null unique references post on delete cascade,
  text        text not null check (text <> ''),
  state       text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'LINKED', 'DECLINED', 'WITHDRAWN')),
  question_id bigint references question,
  reason      text,
  decided_by  bigint references member,
  decided_at  timestamptz,
  version     int not null default 0,
  check ((state = 'OPEN') = (decided_at is null)),
  check ((state = 'OPEN') = (decided_by is null)),
  check ((state in ('ACCEPTED', 'LINKED')) = (question_id is not null)),
  check ((state = 'DECLINED') = (reason is not null))
);
create index on proposed_question (question_id);
create index on proposed_question (decided_by);
create index on proposed_question (post_id) where state = 'OPEN';

-- What somebody has begun to write and not yet posted. In each place one text is the newest; a text that another device
-- wrote over stays beside it as a copy.
create sequence draft_revision;

create table draft (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  topic_id     bigint not null references topic,
  kind         text not null check (kind in ('REPLY', 'EDIT')),
  -- The post that it replies to or edits, or the question on whose page it was begun.
  post_id      bigint references post,
  question_id  bigint references question,
  body         text not null check (body <> ''),
  -- The other fields of the form: ticks, names, its key.
  form         jsonb not null default '{}',
  -- A new one each time the text is saved, never given twice: a form can tell whether it has seen the newest.
  revision     bigint not null default nextval('draft_revision'),
  is_copy      boolean not null default false,
  saved_at     timestamptz not null,
  discarded_at timestamptz,
  check (kind = 'REPLY' or post_id is not null),
  check (post_id is null or question_id is null)
);
-- Drafts stay with their post or question wherever it moves; only where there is neither does the topic count.
create unique index draft_newest on draft
  (member_id, kind, post_id, question_id, (case when post_id is null and question_id is null then topic_id end))
  nulls not distinct where not is_copy and discarded_at is null;
create index on draft (member_id, saved_at desc);
create index on draft (topic_id);
create index on draft (post_id);
create index on draft (question_id);

-- Whoever runs a topic asks somebody to answer a question: a member or a placeholder.
create table request (
  id             bigint generated always as identity primary key,
  question_id    bigint not null references question,
  member_id      bigint references member,
  placeholder_id bigint references placeholder,
  -- Everybody may read it.
  note           text check (note <> ''),
  asked_by       bigint not null references member,
  asked_at       timestamptz not null,
  withdrawn_by   bigint references member,
  withdrawn_at   timestamptz,
  check ((member_id is null) <> (placeholder_id is null)),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index on request (question_id);
create index on request (member_id);
create index on request (placeholder_id);
create index on request (asked_by);
create index on request (withdrawn_by);

-- The requests that still wait. Nothing is written when one is over: the question is answered, dismissed or withdrawn, or a
-- reply of that person has appeared or was linked to it since. So a request waits again when that reply is hidden, and
-- applies to whoever the placeholder turns out to be. A request about a duplicate applies to the question that it joined.
create view open_request as
select r.id, q.id as question_id, q.topic_id, coalesce(r.member_id, h.member_id) as member_id, r.placeholder_id,
       coalesce(m.display_name, h.label) as name, m.handle, r.note, r.asked_by, r.asked_at
from request r
join question own on own.id = r.question_id
join question q on q.id = coalesce(own.merged_into, own.id)
left join placeholder h on h.id = r.placeholder_id
left join member m on m.id = coalesce(r.member_id, h.member_id)
where r.withdrawn_at is null and own.withdrawn_at is null and q.withdrawn_at is null
  and q.status in ('OPEN', 'IN_DISCUSSION') and m.status is distinct from 'ERASED'
  and not exists (
      select from post_question pq
      join post p on p.id = pq.post_id and p.state = 'PUBLISHED'
      left join placeholder wrote on wrote.id = p.author_placeholder_id
      where pq.question_id = q.id and pq.source <> 'ASKED'
        and greatest(coalesce(p.state_at, p.written_at), pq.linked_at) >= r.asked_at
        and (p.author_placeholder_id = r.placeholder_id
             or coalesce(p.author_member_id, wrote.member_id) = coalesce(r.member_id, h.member_id)));

-- What was moved from one topic to another in one act, so that it can be undone. Who moved it, when and why is in the log.
create table move (
  id         bigint generated always as identity primary key,
  from_topic bigint not null references topic,
  to_topic   bigint not null references topic,
  -- Everything was moved: the topic is merged into the other.
  whole      boolean not null,
  -- Authors are not notified.
  quiet      boolean not null,
  -- The move that this one undoes.
  takes_back bigint references move,
  -- The topic was created for this move. When the move is undone, its address leads back to where the posts came from,
  -- unless somebody has written there.
  opened     boolean not null default false,
  check (from_topic <> to_topic)
);
create index on move (from_topic);
create index on move (to_topic);
create index on move (takes_back);

alter table moved_question add foreign key (move_id) references move;

-- A held post has no number, neither before nor after.
create table moved_post (
  move_id       bigint not null references move,
  post_id       bigint not null references post on delete cascade,
  number_before int,
  number_after  int,
  primary key (move_id, post_id)
);
create index on moved_post (post_id, move_id);

-- A placeholder of which nothing stayed behind moves too.
create table moved_placeholder (
  move_id        bigint not null references move,
  placeholder_id bigint not null references placeholder,
  label_before   text not null,
  primary key (move_id, placeholder_id)
);
create index on moved_placeholder (placeholder_id);

-- A draft that a move took along, with its form as it was: ticks and numbers make sense in one topic only. When the move is
-- undone the draft returns to its place, unless its author has written on since.
create table moved_draft (
  move_id     bigint not null references move,
  draft_id    bigint not null references draft on delete cascade,
  revision    bigint not null,
  form_before jsonb not null,
  -- It became a copy, beside a newer text there.
  copied      boolean not null,
  primary key (move_id, draft_id)
);
create index on moved_draft (draft_id);
