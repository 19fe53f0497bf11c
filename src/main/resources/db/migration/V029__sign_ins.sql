-- Each time that somebody came in, until they leave: on which device, and when it was last used. Without its row a session counts no more.
create table sign_in (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member on delete cascade,
  -- What the browser says of itself: "Firefox", "Android".
  browser      text,
  system       text,
  began_at     timestamptz not null,
  last_used_at timestamptz not null,
  ends_at      timestamptz not null,
  -- Of the token in the cookie of a device that stays signed in.
  token_hash   text,
  check (began_at <= last_used_at and last_used_at < ends_at)
);
create index on sign_in (member_id);

-- Its tokens stood there as they are in the cookies: whoever could read the table could come in. Devices sign in once more.
drop table persistent_logins;
delete from spring_session;
