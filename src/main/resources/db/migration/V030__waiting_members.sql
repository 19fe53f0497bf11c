-- Somebody who wants to join, where an administrator lets people in.
alter table member drop constraint member_status_check;
alter table member add constraint member_status_check check (status in ('WAITING', 'ACTIVE', 'ERASED'));
create index member_waiting on member (id) where status = 'WAITING';
