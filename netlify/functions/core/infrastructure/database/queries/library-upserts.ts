import * as z from 'zod'
import { one, sql } from '../statement.js'

/**
 * How many rows of a table were new, and how many differed from the seed file; all others stayed
 * untouched.
 */
export type UpsertCounts = { readonly inserted: number; readonly updated: number }

const UpsertCount = z.object({ inserted: z.number(), updated: z.number() })

const counts = ({ inserted, updated }: z.output<typeof UpsertCount>): UpsertCounts => ({ inserted, updated })

/**
 * Inserts or updates the levels, matched by their order; `levels` is a JSON array of `{order, name,
 * description}`.
 */
export const upsertLevels = one({
  name: 'upsertLevels',
  row: UpsertCount,
  sql: ({ levels }: { levels: string }) => sql`
    with written as (
      insert into workout_levels as stored (level_order, name, description)
      select item.order, item.name, item.description
      from json_to_recordset(${levels}::json) as item ("order" integer, name text, description text)
      on conflict (level_order) do update
      set name = excluded.name, description = excluded.description
      where (stored.name, stored.description) is distinct from (excluded.name, excluded.description)
      returning level_order
    )
    select
      (count(*) filter (where known.id is null))::integer as inserted,
      (count(*) filter (where known.id is not null))::integer as updated
    from written
    left join workout_levels as known on known.level_order = written.level_order`,
  map: counts,
})

/**
 * Inserts or updates the categories, matched by name; `categories` is a JSON array of `{name,
 * description}`.
 */
export const upsertCategories = one({
  name: 'upsertCategories',
  row: UpsertCount,
  sql: ({ categories }: { categories: string }) => sql`
    with written as (
      insert into exercise_categories as stored (name, description)
      select item.name, item.description
      from json_to_recordset(${categories}::json) as item (name text, description text)
      on conflict (name) do update
      set description = excluded.description
      where stored.description is distinct from excluded.description
      returning name
    )
    select
      (count(*) filter (where known.id is null))::integer as inserted,
      (count(*) filter (where known.id is not null))::integer as updated
    from written
    left join exercise_categories as known on known.name = written.name`,
  map: counts,
})

/** Exercises as they are seeded, with the ids of their levels and categories. */
const seeded = ({ exercises, now }: { exercises: string; now: Date }) => sql`
      insert into exercises as stored (
        slug, name, level_id, category_id, metric, difficulty, description, cues, unilateral, body_mass_fraction,
        body_mass_fraction_source, primary_muscles, fit_exercise_category, health_connect_segment, default_sets,
        default_tempo, default_rest_seconds, default_equipment, equipment_groups, slot, ladder, loadable, tags, aliases,
        created_at, updated_at
      )
      select
        item.slug, item.name, level.id, category.id, item.metric, item.difficulty, item.description, item.cues,
        item.unilateral, item."bodyMassFraction", item."bodyMassFractionSource", item."primaryMuscles",
        item."fitExerciseCategory", item."healthConnectSegment", item."defaultSets", item."defaultTempo",
        item."defaultRestSeconds", item."usualEquipment", item.equipment, item.slot, item.ladder, item.loadable, item.tags,
        item.aliases, ${now}::timestamptz, ${now}::timestamptz
      from json_to_recordset(${exercises}::json) as item (
        slug text, name text, level integer, category text, metric text, difficulty numeric, description text,
        cues text[], unilateral boolean, "bodyMassFraction" numeric, "bodyMassFractionSource" text,
        "primaryMuscles" text[], "fitExerciseCategory" text, "healthConnectSegment" text, "defaultSets" jsonb,
        "defaultTempo" text, "defaultRestSeconds" integer, "usualEquipment" text[], equipment jsonb, slot text,
        ladder text, loadable boolean, tags text[], aliases jsonb
      )
      join workout_levels as level on level.level_order = item.level
      join exercise_categories as category on category.name = item.category`

/** Updates those that differ, and takes back the retired. */
const onlyChanges = sql`
      on conflict (slug) do update
      set name = excluded.name,
        level_id = excluded.level_id,
        category_id = excluded.category_id,
        metric = excluded.metric,
        difficulty = excluded.difficulty,
        description = excluded.description,
        cues = excluded.cues,
        unilateral = excluded.unilateral,
        body_mass_fraction = excluded.body_mass_fraction,
        body_mass_fraction_source = excluded.body_mass_fraction_source,
        primary_muscles = excluded.primary_muscles,
        fit_exercise_category = excluded.fit_exercise_category,
        health_connect_segment = excluded.health_connect_segment,
        default_sets = excluded.default_sets,
        default_tempo = excluded.default_tempo,
        default_rest_seconds = excluded.default_rest_seconds,
        default_equipment = excluded.default_equipment,
        equipment_groups = excluded.equipment_groups,
        slot = excluded.slot,
        ladder = excluded.ladder,
        loadable = excluded.loadable,
        retired_at = null,
        replaced_by = null,
        tags = excluded.tags,
        aliases = excluded.aliases,
        updated_at = excluded.updated_at
      where (
        stored.name, stored.level_id, stored.category_id, stored.metric, stored.difficulty, stored.description, stored.cues,
        stored.unilateral, stored.body_mass_fraction, stored.body_mass_fraction_source, stored.primary_muscles,
        stored.fit_exercise_category, stored.health_connect_segment, stored.default_sets, stored.default_tempo,
        stored.default_rest_seconds, stored.default_equipment, stored.equipment_groups, stored.slot, stored.ladder,
        stored.loadable, stored.tags, stored.aliases, stored.retired_at
      ) is distinct from (
        excluded.name, excluded.level_id, excluded.category_id, excluded.metric, excluded.difficulty, excluded.description,
        excluded.cues, excluded.unilateral, excluded.body_mass_fraction, excluded.body_mass_fraction_source,
        excluded.primary_muscles, excluded.fit_exercise_category, excluded.health_connect_segment, excluded.default_sets,
        excluded.default_tempo, excluded.default_rest_seconds, excluded.default_equipment, excluded.equipment_groups,
        excluded.slot, excluded.ladder, excluded.loadable, excluded.tags, excluded.aliases, null::timestamptz
      )`

/**
 * Inserts or updates exercises, matched by slug, and takes back the retired: an id never changes,
 * because what athletes own refers to it. `exercises` is a JSON array of `StoredExercise`. Their levels and categories must
 * exist.
 */
export const upsertExercises = one({
  name: 'upsertExercises',
  row: UpsertCount,
  sql: (given: { exercises: string; now: Date }) => sql`
    with written as (
      ${seeded(given)} ${onlyChanges}
      returning slug
    )
    select
      (count(*) filter (where known.id is null))::integer as inserted,
      (count(*) filter (where known.id is not null))::integer as updated
    from written
    left join exercises as known on known.slug = written.slug`,
  map: counts,
})

/**
 * Replaces the edges of the skill graph: inserts, updates and deletes until they equal `edges`, a
 * JSON array of `ExerciseEdge` that names exercises by slug.
 */
export const replaceEdges = one({
  name: 'replaceEdges',
  row: z.object({ inserted: z.number(), updated: z.number(), deleted: z.number() }),
  sql: ({ edges }: { edges: string }) => sql`
    with wanted as (
      select start.id as from_exercise_id, finish.id as to_exercise_id, item.kind, item.group as any_of_group, item.position
      from json_to_recordset(${edges}::json)
        as item ("from" text, "to" text, kind text, "group" smallint, "position" smallint)
      join exercises as start on start.slug = item.from
      join exercises as finish on finish.slug = item.to
    ),
    deleted as (
      delete from exercise_edges as edge
      where not exists (
        select
        from wanted
        where (wanted.from_exercise_id, wanted.to_exercise_id, wanted.kind) = (edge.from_exercise_id, edge.to_exercise_id, edge.kind)
          and wanted.any_of_group is not distinct from edge.any_of_group
      )
      returning edge.kind
    ),
    updated as (
      update exercise_edges as edge
      set position = wanted.position
      from wanted
      where (wanted.from_exercise_id, wanted.to_exercise_id, wanted.kind) = (edge.from_exercise_id, edge.to_exercise_id, edge.kind)
        and wanted.any_of_group is not distinct from edge.any_of_group
        and wanted.position <> edge.position
      returning edge.kind
    ),
    inserted as (
      insert into exercise_edges (from_exercise_id, to_exercise_id, kind, and_group, any_of_group, position)
      -- and_group is for the release before, which takes all prerequisites of group 1 as required
      select from_exercise_id, to_exercise_id, kind, case when any_of_group is not null then 1 end, any_of_group, position
      from wanted
      on conflict do nothing
      returning kind
    )
    select
      (select count(*) from inserted)::integer as inserted,
      (select count(*) from updated)::integer as updated,
      (select count(*) from deleted)::integer as deleted`,
  map: ({ inserted, updated, deleted }) => ({ inserted, updated, deleted }),
})
