--! no-transaction
-- What waits for review is little, and asked for often: it is found without reading every decision.

create index concurrently idx_exercise_decisions_held on exercise_decisions (user_id, decided_on desc, session_exercise_id desc)
  where held_for_review;
