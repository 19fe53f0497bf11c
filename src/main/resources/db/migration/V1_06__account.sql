-- Spring Session's own tables (its schema-postgresql.sql), except that session_id holds the SHA-256 of what the cookie
-- holds: whoever reads this table cannot use it.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            varchar(64) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- The devices on which members are signed in, from signing in to signing out. A session without its row here is void.
create table sign_in (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member on delete cascade,
  -- As the browser describes itself: "Firefox", "Android".
  browser      text,
  system       text,
  began_at     timestamptz not null,
  last_used_at timestamptz not null,
  ends_at      timestamptz not null,
  -- The hash of the token in the cookie of a device that stays signed in.
  token_hash   text,
  -- Two factors were proved: a password and a code, or a passkey that verified its user.
  strong       boolean not null default false,
  check (began_at <= last_used_at and last_used_at < ends_at)
);
create index on sign_in (member_id);

-- Browsers in which a member has signed in before, by the hash of a cookie. An e-mail reports a sign-in from any other.
create table known_device (
  member_id   bigint not null references member on delete cascade,
  secret_hash text not null,
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  primary key (member_id, secret_hash)
);

-- Tokens of links sent by e-mail, by their hashes: whoever reads this table cannot use them. A used token is deleted.
create table email_token (
  hash       text primary key,
  purpose    text not null
    check (purpose in ('CONFIRM', 'SIGN_IN', 'PASSWORD', 'OBJECT', 'LEAVE', 'LEAVE_ERASED')),
  member_id  bigint not null references member,
  email      text not null,
  -- The page to return to.
  target     text not null default '/',
  made_at    timestamptz not null,
  expires_at timestamptz not null
);
create index on email_token (member_id, purpose, made_at);
create index on email_token (expires_at);

-- A member's random id on authenticators, so that a passkey says nothing about them.
create table passkey_owner (
  id        text primary key,
  member_id bigint not null unique references member on delete cascade
);

-- Passkeys: Spring Security's own table (its user-credentials-schema-postgres.sql), with a foreign key to ours.
create table user_credentials (
  credential_id                text primary key,
  user_entity_user_id          text not null references passkey_owner on delete cascade,
  public_key                   bytea not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean not null,
  authenticator_transports     text,
  public_key_credential_type   text,
  backup_state                 boolean not null,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamptz,
  last_used                    timestamptz,
  label                        text not null
);
create index on user_credentials (user_entity_user_id);

-- The secret that a member's authenticator app shares with the forum.
create table code_secret (
  member_id bigint primary key references member on delete cascade,
  secret    bytea not null,
  since     timestamptz not null,
  -- The 30-second step of the last code that was used, so that each code works once.
  last_step bigint not null
);

-- Backup codes, for when the app is lost, under a slow hash. Each works once: then its row is deleted.
create table backup_code (
  member_id bigint not null references code_secret on delete cascade,
  code_hash text not null,
  primary key (member_id, code_hash)
);

-- Members who sign in by a provider (OpenID Connect): the provider's id for them. Of what the provider tells, only the
-- address is kept, so that its owner knows which account that was.
create table provider_link (
  id           bigint generated always as identity primary key,
  provider     text not null,
  subject      text not null,
  member_id    bigint not null references member on delete cascade,
  email        text,
  since        timestamptz not null,
  last_used_at timestamptz not null,
  unique (provider, subject)
);
create index on provider_link (member_id);

-- Invitations to join, by e-mail or by a link that is passed on. Kept by the hash of the key.
create table invitation (
  id           bigint generated always as identity primary key,
  hash         text not null unique,
  invited_by   bigint not null references member,
  -- Where the e-mail went; null for a link.
  email        text,
  role         text not null check (role in ('MEMBER', 'FACILITATOR', 'ADMINISTRATOR')),
  -- The topic it leads to, and the role there of whoever accepts it.
  topic_id     bigint references topic on delete set null,
  topic_role   text check (topic_role in ('FACILITATOR', 'SPEAKER')),
  -- How many people may still join by it.
  places       int not null check (places between 0 and 500),
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  withdrawn_at timestamptz,
  -- An invitation that gives a role is for one person.
  check (role = 'MEMBER' or places <= 1),
  constraint invitation_topic_role_for_one check (topic_role is null or places <= 1)
);
create index on invitation (invited_by);
create index on invitation (topic_id);
create index on invitation (expires_at);

-- When administrators last got an e-mail that somebody asks to join. At most one row.
create table join_request_email (
  is_only boolean primary key default true check (is_only),
  sent_at timestamptz not null
);

-- Everything the forum knows about a member, as one file: requested, made by a job, deleted after a time.
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

-- Somebody without an account asks for their data to be erased. Administrators see it once the address is confirmed.
create table erasure_request (
  id           bigint generated always as identity primary key,
  email        text not null check (email = lower(email)),
  -- Where they appear and under which name, in their own words.
  words        text not null check (words <> ''),
  -- Of the token in the e-mail that confirms the address.
  hash         text not null unique,
  asked_at     timestamptz not null,
  expires_at   timestamptz not null,
  confirmed_at timestamptz,
  closed_at   timestamptz,
  closed_by   bigint references member,
  check ((closed_at is null) = (closed_by is null)),
  check (closed_at is null or confirmed_at is not null)
);
create index on erasure_request (id) where confirmed_at is not null and closed_at is null;
create index on erasure_request (expires_at);
create index on erasure_request (closed_by);

-- Links that make the first administrator, by their hashes: whoever reads this table cannot use them. Each start makes a
-- new one, which replaces those that were not begun; a link by which the first run was begun stays valid.
create table first_administrator_link (
  token_hash text primary key,
  made_at    timestamptz not null,
  begun_at   timestamptz
);

-- Answers given in the first run, before there is an administrator who could change settings.
create table first_run_answer (
  name  text primary key check (name ~ '^[a-z][a-z.-]*$'),
  value text not null
);
