-- What a post was before it was published: kept, and no part of the history that readers see.
create table held_revision (
  post_id       bigint not null references post,
  revision      int not null,
  body_markdown text not null,
  edited_by     bigint not null references member,
  edited_at     timestamptz not null,
  primary key (post_id, revision)
);
create index on held_revision (edited_by);
