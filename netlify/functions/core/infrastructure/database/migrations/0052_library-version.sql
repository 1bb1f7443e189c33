-- What version of the library decisions rest on: a digest of what they read of it. Whoever keeps something that was
-- worked out with the library keeps the version with it, and sees at a glance whether it still holds.

create table library_version (
  -- one row; none while the library is empty and was never anything else
  is_current boolean constraint library_version_pkey primary key,
  version uuid not null,
  constraint library_version_is_current_check check (is_current)
);
grant select on library_version to calistheniq_app;
grant select, insert, update, delete on library_version to calistheniq_operator;

-- Only what is named here as wording and bookkeeping can change without another version: a column that a later file adds
-- counts until it is named.
create function app.library_digest() returns uuid language sql stable set search_path to 'public', 'pg_temp' as $function$
  select md5(concat(
    (
      select string_agg(
        concat(
          level.level_order, category.name,
          to_jsonb(exercise) - array[
            'description', 'cues', 'aliases', 'search_text', 'primary_muscles', 'fit_exercise_category',
            'health_connect_segment', 'body_mass_fraction_source', 'default_notes', 'created_at', 'updated_at'
          ]),
        e'\n' order by exercise.id)
      from exercises as exercise
      join workout_levels as level on level.id = exercise.level_id
      join exercise_categories as category on category.id = exercise.category_id
    ),
    (
      select string_agg(
        to_jsonb(edge)::text,
        e'\n' order by edge.from_exercise_id, edge.kind collate "C", edge.to_exercise_id, edge.any_of_group)
      from exercise_edges as edge
    )
  ))::uuid
$function$;

create function app.settle_library_version() returns trigger language plpgsql set search_path to 'public', 'pg_temp'
as $function$
begin
  -- by itself, and the same lock as a seeding takes: the digest below is then of all that others have committed
  perform pg_advisory_xact_lock(hashtextextended('calistheniq.library', 0));
  insert into library_version as stored (is_current, version)
  values (true, app.library_digest())
  on conflict on constraint library_version_pkey do update
  set version = excluded.version
  where stored.version <> excluded.version;
  return null;
end
$function$;

create trigger workout_levels_version after insert or update or delete or truncate on workout_levels
  for each statement execute function app.settle_library_version();
create trigger exercise_categories_version after insert or update or delete or truncate on exercise_categories
  for each statement execute function app.settle_library_version();
create trigger exercises_version after insert or update or delete or truncate on exercises
  for each statement execute function app.settle_library_version();
create trigger exercise_edges_version after insert or update or delete or truncate on exercise_edges
  for each statement execute function app.settle_library_version();

-- a release before this one may have filled the library already
insert into library_version (is_current, version)
select true, app.library_digest()
where exists (select from exercises);
