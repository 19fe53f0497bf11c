-- A removed post is hidden for good: the line that says so stays, and its number.
alter table post drop constraint post_state_check;
alter table post add constraint post_state_check
  check (state in ('PUBLISHED', 'HELD', 'HIDDEN', 'REMOVED', 'WITHDRAWN'));

-- Why somebody of the staff acted, in words. They stand apart from the log, which is never changed, so that words
-- about a person can be blotted out when that person is erased.
create table staff_reason (
  id    bigint generated always as identity primary key,
  words text not null
);
alter table audit_entry add column reason_id bigint references staff_reason;
-- The entry whose act this one takes back.
alter table audit_entry add column undoes bigint references audit_entry;
create index on audit_entry (reason_id);
create index on audit_entry (undoes);
create index on audit_entry (act, id);

-- A member may not come in for a time. It ends by itself; nothing they wrote disappears.
create table suspension (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  reason       text not null,
  suspended_by bigint not null references member,
  suspended_at timestamptz not null,
  until        timestamptz not null,
  lifted_by    bigint references member,
  lifted_at    timestamptz,
  check (until > suspended_at),
  check ((lifted_by is null) = (lifted_at is null))
);
create index on suspension (member_id, until);
-- Whether a member may not come in at this moment.
create function suspended(member bigint, at timestamptz) returns boolean language sql stable as
$$ select exists (select from suspension where member_id = member and until > at and lifted_at is null) $$;
create index on suspension (suspended_by);
create index on suspension (lifted_by);
-- So being suspended is no status: it would outlast its end.
update member set status = 'ACTIVE' where status = 'SUSPENDED';
alter table member drop constraint member_status_check;
alter table member add constraint member_status_check check (status in ('ACTIVE', 'ERASED'));

-- What those who run topics note for each other about a post, or about a member.
create table staff_note (
  id         bigint generated always as identity primary key,
  post_id    bigint references post,
  member_id  bigint references member,
  words      text not null check (words <> ''),
  written_by bigint not null references member,
  written_at timestamptz not null,
  check ((post_id is null) <> (member_id is null))
);
create index on staff_note (post_id);
create index on staff_note (member_id);
create index on staff_note (written_by);
