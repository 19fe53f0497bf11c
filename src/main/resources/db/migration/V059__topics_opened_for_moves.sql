-- The topic was opened for this move: taken back, it leads to where things came from, unless somebody has written there.
alter table move add opened boolean not null default false;
