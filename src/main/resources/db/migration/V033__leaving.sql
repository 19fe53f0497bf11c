-- Members may be shown by initials only. Then these are their display name, and the name they go by stands here, for themselves and for administrators.
alter table member add column full_name text;
alter table member add constraint member_erased_full_name check (status <> 'ERASED' or full_name is null);

-- Handles of those who left, by their hashes: nobody else gets one, and nobody learns whose it was.
create table retired_handle (
  hash text primary key
);

alter table mail_key drop constraint mail_key_purpose_check;
alter table mail_key add constraint mail_key_purpose_check
  check (purpose in ('CONFIRM', 'SIGN_IN', 'PASSWORD', 'STOP', 'LEAVE', 'LEAVE_ERASED'));

-- All that the forum knows of a member, as one file: asked for, then made by a job, then deleted.
create table data_export (
  member_id  bigint primary key references member on delete cascade,
  asked_at   timestamptz not null,
  language   text not null,
  made_at    timestamptz,
  expires_at timestamptz,
  file       bytea,
  check ((made_at is null) = (file is null)),
  check ((made_at is null) = (expires_at is null))
);
create index on data_export (asked_at) where made_at is null;
create index on data_export (expires_at);
