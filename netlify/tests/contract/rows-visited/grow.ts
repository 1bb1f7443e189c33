import type { TestApi } from '#tests/support/api.js'
import { expectStatus, log, start, today } from '#tests/support/session-api.js'

/** A completed session, which athletes get copies of. */
export type Model = { readonly sessionId: string }

export async function trainModel(api: TestApi): Promise<Model> {
  const athlete = await api.athlete()
  const session = await start(athlete)
  for (const reps of [8, 9, 10]) await log(athlete, session.exercises[0], { reps, rpe: 7 })
  expectStatus(await athlete.post(`${session.path}/complete`, {}), 200)
  return { sessionId: session.id }
}

/**
 * Gives an athlete copies of the model's session: as many completed ones, each on a day of its own,
 * as planned ones for today.
 */
export async function grow(api: TestApi, model: Model, athleteId: string, sessions: number): Promise<void> {
  const copy = copier(api, [athleteId, model.sessionId, sessions])
  await copy('workout_sessions', 'where row.id = $2::uuid', ['id'], {
    // a break before today, because some operations are about coming back from one
    session_date: planned(`'${today}'::date`, `'${today}'::date - 20 - n`),
    status: planned(`'planned'`, 'row.status'),
    started_at: planned('null', 'row.started_at'),
    completed_at: planned('null', 'row.completed_at'),
    rules_version: planned('null', 'row.rules_version'),
  })
  await copy('session_exercises', 'where row.session_id = $2::uuid', ['id', 'session_id'])
  await copy('exercise_decisions', 'where row.session_id = $2::uuid', ['session_exercise_id', 'session_id'])
  const sets = 'where row.session_exercise_id in (select id from session_exercises where session_id = $2::uuid)'
  await copy('exercise_set_logs', sets, ['id', 'session_exercise_id'])
  await copy('events', `where row.user_id = (select user_id from workout_sessions where id = $2::uuid)`, ['id'])
}

/** Makes the first half planned sessions, and the second completed ones. */
function planned(value: string, otherwise: string): string {
  return `case when n <= $3::integer then ${value} else ${otherwise} end`
}

function copier({ db }: TestApi, values: readonly unknown[]) {
  return async (table: string, which: string, ids: readonly string[], changes: Record<string, string> = {}) => {
    const changed: Readonly<Record<string, string>> = {
      user_id: '$1::uuid',
      ...Object.fromEntries(ids.map((id) => [id, `md5($1::text || row.${id} || n)::uuid`])),
      ...changes,
    }
    const columns = await db.rows<{ name: string }>(
      `select attname::text as name
      from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
      [table],
    )
    const names = columns.map(({ name }) => name)
    const selected = names.map((name) => changed[name] ?? `row.${name}`)
    await db.rows(
      `insert into ${table} (${names.join(', ')})
      select ${selected.join(', ')}
      from ${table} as row, generate_series(1, 2 * $3::integer) as n
      ${which}`,
      values,
    )
  }
}
