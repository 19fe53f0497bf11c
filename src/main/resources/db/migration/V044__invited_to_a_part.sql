-- An invitation may make whoever accepts it facilitator or speaker of the topic that it leads to.
alter table invitation add column topic_role text check (topic_role in ('FACILITATOR', 'SPEAKER'));
alter table invitation add constraint invitation_part_for_one check (topic_role is null or places <= 1);
