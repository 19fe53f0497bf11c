-- Numbers that posts had only until their move was taken back: they lead on, but no line need say so.
alter table post_redirect add column brought_back boolean not null default false;
update post_redirect r set brought_back = true
from moved_post m join move k on k.id = m.move_id
where k.takes_back is not null and k.from_topic = r.topic_id and m.post_id = r.post_id and m.number_before = r.number;
create index on post_redirect (topic_id, number) where not brought_back;
