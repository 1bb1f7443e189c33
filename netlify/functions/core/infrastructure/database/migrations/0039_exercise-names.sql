-- Every name by which an exercise is found, in the forms in which names are compared. Written by the seeding, which folds them as
-- questions are folded.

create table exercise_names (
  exercise_id uuid not null,
  kind varchar(10) not null,
  language varchar(2) not null,
  folded text not null,
  compact text not null,
  letters text not null,
  words tsvector not null,
  constraint exercise_names_pkey primary key (exercise_id, compact),
  constraint exercise_names_exercise_id_fkey foreign key (exercise_id) references exercises (id) on delete cascade,
  constraint exercise_names_kind_check check (kind in ('name', 'slug', 'former', 'alias'))
);

create index idx_exercise_names_compact on exercise_names (compact);
create index idx_exercise_names_letters on exercise_names (letters);
create index idx_exercise_names_compact_likeness on exercise_names using gin (compact gin_trgm_ops);
create index idx_exercise_names_folded_likeness on exercise_names using gin (folded gin_trgm_ops);
create index idx_exercise_names_words on exercise_names using gin (words);

grant select on exercise_names to calistheniq_app;
grant select, insert, update, delete on exercise_names to calistheniq_operator;
