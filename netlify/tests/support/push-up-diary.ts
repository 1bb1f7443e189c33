import type { Answered, TestApi, TestAthlete } from './api.js'
import { expectStatus } from './session-api.js'
import { type Trained, train, type Work } from './training-api.js'

/**
 * The exercise of the diary. Its standard is three sets of eight, and it is the only prerequisite
 * of one exercise, the diamond push-up.
 */
export const pushUp = 'close-grip-push-up'

/** The work of a session of push-ups, unless it names another exercise. */
export type Done = Partial<Work> & Pick<Work, 'actual'>

/** Performs exactly what was planned. */
export const met = (...actual: number[]): Done => ({ actual, planned: actual })

/** Returns the date of a session; there are two days between sessions. */
export const dayOf = (day: number) => new Date(Date.UTC(2026, 9, 1 + 2 * day)).toISOString().slice(0, 10)

export type Decision = Answered['body']

/** Returns the reps or seconds of sets. */
export const amountsOf = (sets: Record<string, number>[]) => sets.flatMap((set) => Object.values(set))

/** Describes a decision in short: what, why, from where to where. */
export const short = ({ decision, reason, workingBefore, workingAfter }: Decision) =>
  `${decision}/${reason} ${amountsOf(workingBefore)} -> ${amountsOf(workingAfter)}`

/** Makes an athlete with a diary, on the morning of the first day. */
export async function beginDiary(api: TestApi) {
  api.setNow(`${dayOf(0)}T08:00:00.000Z`)
  const athlete = await api.athlete()
  return { athlete, ...diaryOf(api, athlete) }
}

export type Diary = Awaited<ReturnType<typeof beginDiary>>

/** An athlete's sessions of one exercise, and the decisions about them. */
export function diaryOf(api: TestApi, athlete: TestAthlete) {
  const session = (day: number, done: Done) => train(api, athlete, { on: dayOf(day) }, { exercise: pushUp, ...done })
  const sessions = async (dones: readonly Done[]) => {
    const trained: Trained[] = []
    for (const [day, done] of dones.entries()) trained.push(await session(day, done))
    return trained
  }
  /** Reads the present decisions, in the order of the sessions. */
  const decisions = async (trained: readonly Trained[]): Promise<Decision[]> => {
    const read = trained.map(async ({ path }) => expectStatus(await athlete.get(`${path}/decisions`), 200).body.data)
    return (await Promise.all(read)).flat()
  }
  const workingSets = async () => amountsOf((await athlete.get(`/me/exercises/${pushUp}`)).body.current.sets)
  return { session, sessions, decisions, workingSets }
}
