import type { Scope } from '#domain/account/principal.js'
import type { TestApi, TestAthlete } from '#tests/support/api.js'
import { expectStatus } from '#tests/support/session-api.js'

type Resource = Scope extends `${infer Name}:${string}` ? Name : never

/**
 * Words of an athlete's own that nothing else has, by the resource that they belong to. An answer
 * that holds them shows data of that resource.
 */
const marks = {
  profile: 'a name of marks',
  exercises: 'a note of marks about an exercise',
  sessions: 'a note of marks about a session',
  progress: 'a note of marks about a day',
  keys: 'a key of marks',
  webhooks: 'https://192.0.3.1/of-marks',
} satisfies Partial<Record<Resource, string>>

export const markedResources = Object.keys(marks)

/** The tables with such words, and the columns that hold them. */
const columns = [
  ['users', 'id', 'name', marks.profile],
  ['user_exercise_configs', 'user_id', 'current_notes', marks.exercises],
  ['workout_sessions', 'user_id', 'notes', marks.sessions],
  ['session_exercises', 'user_id', 'planned_notes', marks.sessions],
  ['exercise_set_logs', 'user_id', 'notes', marks.sessions],
  ['routines', 'user_id', 'notes', marks.sessions],
  ['check_ins', 'user_id', 'notes', marks.progress],
  ['api_keys', 'user_id', 'name', marks.keys],
  ['webhook_endpoints', 'user_id', 'url', marks.webhooks],
] as const

/** Gives an athlete something of each resource, where the recipes of operations do not meet it. */
export async function ownSomething(athlete: TestAthlete): Promise<void> {
  const date = '2026-11-03'
  expectStatus(await athlete.patch('/me/exercises/pike-push-up', { restSeconds: 75 }), 200)
  expectStatus(await athlete.post('/sessions', { date, exercises: [{ exercise: 'pike-push-up' }] }), 201)
  expectStatus(await athlete.post('/me/routines', { name: 'Pull day', exercises: [{ exercise: 'pull-up' }] }), 201)
  expectStatus(await athlete.post('/me/check-ins', { date, sleep: 3 }), 201)
  expectStatus(await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] }), 201)
  expectStatus(await athlete.post('/me/webhooks', { url: marks.webhooks, eventTypes: ['profile.changed'] }), 201)
}

/** Marks everything that an athlete has. */
export async function markEverything({ db }: TestApi, { id }: TestAthlete): Promise<void> {
  for (const [table, owner, column, mark] of columns)
    await db.rows(`update ${table} set ${column} = $2 where ${owner} = $1`, [id, mark])
}

/** Lists the resources whose marks a text shows. */
export function resourcesIn(text: string): string[] {
  return Object.entries(marks).flatMap(([resource, mark]) => (text.includes(mark) ? [resource] : []))
}
