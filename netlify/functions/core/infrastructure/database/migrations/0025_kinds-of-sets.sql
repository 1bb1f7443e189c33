--! no-transaction
-- Sets have kinds, attempts that failed are sets of 0, and a plan says how much harder than described
-- an exercise is done. Each step takes one lock for a moment; the rows of before are read afterwards.

alter table exercise_set_logs
  add column kind varchar(10) not null default 'working'
    constraint exercise_set_logs_kind_check check (kind in ('warmup', 'working', 'drop', 'failure'));

alter table exercise_set_logs
  drop constraint exercise_set_logs_actual_reps_check,
  drop constraint exercise_set_logs_actual_duration_check,
  add constraint exercise_set_logs_actual_reps_check check (actual_reps between 0 and 1000) not valid,
  add constraint exercise_set_logs_actual_duration_check check (actual_duration_seconds between 0 and 3600) not valid;
alter table exercise_set_logs validate constraint exercise_set_logs_actual_reps_check;
alter table exercise_set_logs validate constraint exercise_set_logs_actual_duration_check;

alter table session_exercises
  add column modifier varchar(20) not null default 'none'
    constraint session_exercises_modifier_check check (
      modifier in ('none', 'tempo', 'tempo_pause', 'reps')
      or (modifier ~ '^load:(0|[1-9][0-9]{0,2})(\.5)?$' and modifier <> 'load:0')
    );
