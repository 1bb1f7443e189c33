--! no-transaction
-- Completed exercises keep the masses by which added weight is judged, and a standing has a part for
-- exercises that are done harder than the library describes them. Rows of before have none.

alter table session_exercises
  add column standard_body_mass_fraction numeric(4,3)
    constraint session_exercises_standard_body_mass_fraction_check check (standard_body_mass_fraction between 0 and 2),
  add column standard_body_mass_kg numeric(5,2)
    constraint session_exercises_standard_body_mass_kg_check check (standard_body_mass_kg between 20 and 400);

alter table user_exercise_configs
  add column beyond jsonb
    constraint user_exercise_configs_beyond_check check (beyond is null or jsonb_typeof(beyond) = 'object');
