-- Where a session is trained; null at home. A place may leave the profile, and what was trained there was still trained there: so there is
-- no foreign key, and no place to point to.

alter table workout_sessions add column place_id uuid;
