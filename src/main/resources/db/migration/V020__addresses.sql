-- Where members are reached. A confirmed address is one member's; before that, several may claim it and only its owner can confirm.
create table member_email (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  email        text not null check (email = lower(email)),
  is_primary   boolean not null default false,
  added_at     timestamptz not null,
  confirmed_at timestamptz,
  unique (member_id, email)
);
create unique index member_email_confirmed on member_email (email) where confirmed_at is not null;
create unique index member_email_primary on member_email (member_id) where is_primary;
create index on member_email (email);
insert into member_email (member_id, email, is_primary, added_at)
select id, email, true, created_at from member where email is not null;

alter table member drop column email;
alter table member add constraint member_erased check (status <> 'ERASED' or password_hash is null);

-- An erased member keeps an id, so that what others wrote still reads, and no address.
create function member_erased_without_address() returns trigger language plpgsql as $$
begin
  if exists (select from member_email where member_id = new.id) then
    raise exception 'An erased member keeps no address';
  end if;
  return new;
end $$;
create trigger member_erased_without_address before update of status on member
for each row when (new.status = 'ERASED') execute function member_erased_without_address();

-- Keys that leave by mail, by their hashes: whoever reads this table cannot use them. A key that was used is gone.
create table mail_key (
  hash       text primary key,
  purpose    text not null check (purpose in ('CONFIRM', 'SIGN_IN', 'PASSWORD', 'STOP')),
  member_id  bigint not null references member,
  email      text not null,
  -- Where somebody was before they came to the door.
  target     text not null default '/',
  made_at    timestamptz not null,
  expires_at timestamptz not null
);
create index on mail_key (member_id, purpose, made_at);
create index on mail_key (expires_at);
