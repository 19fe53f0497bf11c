-- The order in which pages read: topics by the day of their webinar (or of their opening), and what answered a post.
create index topic_by_day on topic (coalesce(held_on, (created_at at time zone 'UTC')::date) desc, id desc);
create index post_by_parent on post (parent_id, number);
drop index post_parent_id_idx;
