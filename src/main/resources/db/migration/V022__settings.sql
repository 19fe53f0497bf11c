-- What administrators have settled for the whole site. A setting that nobody touched has no row: its default stands in the code.
create table setting (
  name  text primary key check (name ~ '^[a-z][a-z.-]*$'),
  value text not null
);

-- Acts upon the site as a whole: a setting has no id of its own, so its subject_id is 0.
alter table audit_entry drop constraint audit_entry_subject_check;
alter table audit_entry add constraint audit_entry_subject_check
  check (subject in ('TOPIC', 'QUESTION', 'POST', 'MEMBER', 'PLACEHOLDER', 'RESOURCE', 'SITE'));
