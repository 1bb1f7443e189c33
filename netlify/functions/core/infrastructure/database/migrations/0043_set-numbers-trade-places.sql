--! no-transaction
-- A request may let sets trade their numbers: these are compared when the batch ends, as the places of exercises are.

create unique index concurrently exercise_set_logs_number_deferred
  on exercise_set_logs (session_exercise_id, set_number, side) nulls not distinct;

alter table exercise_set_logs
  drop constraint exercise_set_logs_number_key,
  add constraint exercise_set_logs_number_key unique using index exercise_set_logs_number_deferred deferrable initially deferred;
