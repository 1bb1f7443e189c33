import type { Run } from './run.js'
import { appendEvent } from './statements.js'
import * as training from './training-statements.js'

/** What there is to go on from after a day, in writing. */
export type AnyCheckpoint = { readonly state: string; readonly notes: string }

type Completed = { readonly athlete: string; readonly id: string; readonly date: string }

/** As long as what a decision rests on usually is. */
const inputs = { completion: 1, target: [10, 10, 10], done: [8, 8, 8], rpe: 8, streaks: { over: 0, fail: 1 } }

/** Writes what follows from a completed session, by values that nobody had to find out. */
export async function followSession(
  run: Run,
  { athlete, id, date }: Completed,
  { state, notes }: AnyCheckpoint,
): Promise<void> {
  const { rows } = await run(training.completeExercises, [id, athlete])
  await run(training.putStandings, [athlete, date])
  await run(training.putDecisions, [athlete, id, date, inputs])
  await run(training.putAbilities, [athlete, date])
  await run(training.touchTraining, [athlete])
  await run(training.putCheckpoint, [athlete, date, state, notes])
  const standards = rows.map((row) => ({ ...row, ...inputs }))
  await run(appendEvent, [athlete, 'session.completed', id, { sessionId: id, date, standards }])
  for (const row of rows) {
    await run(appendEvent, [athlete, 'exercise.completed', row.id, { sessionId: id, completed: true }])
    await run(appendEvent, [athlete, 'workingSets.held', row.id, { sessionId: id, ...inputs }])
  }
}
