-- What a member's code generator and the forum both know. The last code's time, so that each counts once.
create table code_secret (
  member_id bigint primary key references member on delete cascade,
  secret    bytea not null,
  since     timestamptz not null,
  last_step bigint not null
);

-- Codes on paper, for when the generator is lost. Each counts once: then its row goes.
create table backup_code (
  member_id bigint not null references code_secret on delete cascade,
  code_hash text not null,
  primary key (member_id, code_hash)
);

-- Whether two things were proved: a password and a code, or a passkey that knew its owner.
alter table sign_in add column strong boolean not null default false;

-- Browsers in which a member came in before, by the hash of a cookie: of others a letter tells.
create table known_device (
  member_id   bigint not null references member on delete cascade,
  secret_hash text not null,
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  primary key (member_id, secret_hash)
);
