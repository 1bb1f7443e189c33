-- Exercises of a session that are done in turn share a group number: a superset, or a circuit. A set
-- keeps the tempo at which it was done, where that was another than the exercise's.

alter table session_exercises add column group_number smallint;
alter table session_exercises
  add constraint session_exercises_group_number_check check (group_number between 1 and 50) not valid;
alter table session_exercises validate constraint session_exercises_group_number_check;

alter table exercise_set_logs add column tempo varchar(7);
