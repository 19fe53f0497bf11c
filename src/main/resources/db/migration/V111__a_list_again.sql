-- The same list may be published again, knowingly; two who do so by accident at one moment still make one topic.
alter table import_batch drop constraint import_batch_fingerprint_key;
alter table import_batch add column copy int not null default 0;
alter table import_batch add constraint import_batch_fingerprint_key unique (fingerprint, copy);
