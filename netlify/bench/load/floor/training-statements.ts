import { plannedSlugs } from '../operations/bodies.js'
import type { FloorStatement } from './statements.js'

const slugs = plannedSlugs.map((slug) => `'${slug}'`).join(', ')

/** What a checkpoint of somebody's training looks like, for $3 and $4 of `putCheckpoint`. */
export const anyCheckpoint = `select state::text as state, notes::text as notes from training_checkpoints
  order by abs(octet_length(state::text) - (select avg(octet_length(state::text)) from training_checkpoints)) limit 1`

/** Marks the exercises of a session as done by the library's standard. $1 session, $2 athlete. */
export const completeExercises = {
  name: 'complete-exercises',
  text: `update session_exercises as item
  set completed = true, standard_sets = exercise.default_sets, standard_difficulty = exercise.difficulty,
    standard_body_mass_fraction = exercise.body_mass_fraction, version = item.version + 1, updated_at = now()
  from exercises as exercise
  where exercise.id = item.exercise_id and item.session_id = $1::uuid and item.user_id = $2::uuid
  returning item.id`,
}

/** Where the athlete stands in the exercises of a session. $1 athlete, $2 date. */
export const putStandings = {
  name: 'put-standings',
  text: `insert into user_exercise_configs as config (
    user_id, exercise_id, current_sets, sessions_count, last_session_on, last_decision)
  select $1::uuid, id, default_sets, 1, $2::date, 'hold' from exercises where slug in (${slugs})
  on conflict (user_id, exercise_id) do update set
    current_sets = excluded.current_sets, sessions_count = config.sessions_count + 1,
    last_session_on = excluded.last_session_on, last_decision = excluded.last_decision, version = config.version + 1`,
}

/** What was decided about each exercise of a session. $1 athlete, $2 session, $3 date, $4 what it rests on. */
export const putDecisions = {
  name: 'put-decisions',
  text: `insert into exercise_decisions (
    session_exercise_id, user_id, session_id, exercise_id, decided_on, decision, reason, rule_id, rules_version,
    inputs, working_before, working_after, completion)
  select id, user_id, session_id, exercise_id, $3::date, 'hold', 'missed', 'progression.missed', '1',
    $4::jsonb, planned_sets, planned_sets, 1
  from session_exercises where session_id = $2::uuid and user_id = $1::uuid
  on conflict (session_exercise_id) do update set inputs = excluded.inputs`,
}

/** What the athlete can do in the two categories of a session. $1 athlete, $2 date. */
export const putAbilities = {
  name: 'put-abilities',
  text: `insert into user_abilities as known (
    user_id, category_id, mean, variance, observed_on, sessions_count, last_session_on)
  select $1::uuid, id, 2, 0.1, $2::date, 1, $2::date from exercise_categories where name in ('Push', 'Squat')
  on conflict (user_id, category_id) do update set
    mean = excluded.mean, observed_on = excluded.observed_on, sessions_count = known.sessions_count + 1,
    last_session_on = excluded.last_session_on`,
}

/** $1 athlete. */
export const touchTraining = {
  name: 'touch-training',
  text: `insert into training_versions as stored (user_id, version) values ($1::uuid, 1)
  on conflict (user_id) do update set version = stored.version + 1`,
}

/** All that is known after a day, to go on from. $1 athlete, $2 date, $3 state, $4 notes. */
export const putCheckpoint = {
  name: 'put-checkpoint',
  text: `insert into training_checkpoints (user_id, day, form, rules_version, library_version, state, notes)
  select $1::uuid, $2::date, 1, '1', version, $3::json, $4::json from library_version
  on conflict (user_id, day) do update set state = excluded.state, notes = excluded.notes`,
} satisfies FloorStatement
