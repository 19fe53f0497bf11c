-- Why a post was changed: said by a facilitator who changes somebody else's, and by authors where they wish.
alter table post_revision add column reason text check (reason <> '');
