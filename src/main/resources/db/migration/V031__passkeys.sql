-- Under which number authenticators know a member: a random one, so that a passkey says nothing about them.
create table passkey_owner (
  id        text primary key,
  member_id bigint not null unique references member on delete cascade
);

-- Spring Security's own table (its user-credentials-schema-postgres.sql), tied to ours.
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
