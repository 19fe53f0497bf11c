-- What a session's cookie holds is known here by its SHA-256. Sessions of before end; remembered devices come in again by themselves.
delete from spring_session;
alter table spring_session alter column session_id type varchar(64);
