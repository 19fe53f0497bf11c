-- Who finds a member in the directory: staff always do.
alter table member add column listed text not null default 'MEMBERS' check (listed in ('STAFF', 'MEMBERS', 'EVERYBODY'));
create index member_listed_for_everybody on member (handle) where listed = 'EVERYBODY' and status = 'ACTIVE';
