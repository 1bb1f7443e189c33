import type { Answered, TestApi, TestAthlete } from './api.js'
import { expectStatus, log, type Planned, start } from './session-api.js'

/** The work on one exercise in a session. */
export type Work = {
  readonly exercise: string
  /** The unit that the exercise counts; reps by default. */
  readonly unit?: 'reps' | 'duration'
  /** Reps or seconds; the athlete's working sets by default. */
  readonly planned?: readonly number[]
  readonly actual: readonly number[]
  /** The RPE of the last set. */
  readonly rpe?: number
  /** The pain of the first set, 0 to 10. */
  readonly pain?: number
}

export type Trained = Planned & {
  /** Paths of the logged sets, by exercise. */
  readonly sets: readonly (readonly string[])[]
  /** The answer of `complete`. */
  readonly completion: Answered['body']
}

type Day = {
  readonly on: string
  /** The moment at which the session is recorded; the evening of its day by default. */
  readonly at?: string
}

/** Plans a session, logs its sets, and completes it on the evening of its day. */
export async function train(
  api: TestApi,
  athlete: TestAthlete,
  { on, at = `${on}T19:00:00.000Z` }: Day,
  ...works: readonly Work[]
): Promise<Trained> {
  api.setNow(at)
  const session = await start(athlete, { date: on, exercises: works.map(planOf) })
  const sets: string[][] = []
  for (const [index, work] of works.entries()) {
    sets.push(await logAll(athlete, `${session.exercises[index]}`, work))
  }
  const completed = await athlete.post(`${session.path}/complete`, { completedAt: `${on}T18:30:00.000Z` })
  return { ...session, sets, completion: expectStatus(completed, 200).body }
}

function planOf({ exercise, unit = 'reps', planned }: Work): object {
  return planned ? { exercise, sets: planned.map((amount) => ({ [unit]: amount })) } : { exercise }
}

async function logAll(athlete: TestAthlete, path: string, work: Work): Promise<string[]> {
  const { unit = 'reps' } = work
  const paths: string[] = []
  for (const [index, amount] of work.actual.entries()) {
    const isLast = index === work.actual.length - 1
    paths.push(
      await log(athlete, path, {
        [unit]: amount,
        ...(isLast && work.rpe !== undefined ? { rpe: work.rpe } : {}),
        ...(index === 0 && work.pain !== undefined ? { pain: work.pain } : {}),
      }),
    )
  }
  return paths
}
