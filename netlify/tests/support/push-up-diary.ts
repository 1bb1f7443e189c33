import type { Answered, TestApi, TestAthlete } from './api.js'
import { expectStatus } from './session-api.js'
import { type Trained, train, type Work } from './training-api.js'

/**
 * Three sets of eight are its standard; of one exercise, the diamond push-up, it is the only
 * prerequisite.
 */
export const pushUp = 'close-grip-push-up'

/** What is done in a session of push-ups, unless it names something else. */
export type Done = Partial<Work> & Pick<Work, 'actual'>

/** Exactly what was planned. */
export const met = (...actual: number[]): Done => ({ actual, planned: actual })

/** The days of a diary follow each other at a distance of two days. */
export const dayOf = (day: number) => new Date(Date.UTC(2026, 9, 1 + 2 * day)).toISOString().slice(0, 10)

export type Decision = Answered['body']

/** Reps or seconds of sets in the product's form. */
export const amountsOf = (sets: Record<string, number>[]) => sets.flatMap((set) => Object.values(set))

/** A decision in short: what, why, from where to where. */
export const short = ({ decision, reason, workingBefore, workingAfter }: Decision) =>
  `${decision}/${reason} ${amountsOf(workingBefore)} -> ${amountsOf(workingAfter)}`

/** A new athlete's diary, begun on the morning of the first day. */
export async function beginDiary(api: TestApi) {
  api.setNow(`${dayOf(0)}T08:00:00.000Z`)
  const athlete = await api.athlete()
  return { athlete, ...diaryOf(api, athlete) }
}

export type Diary = Awaited<ReturnType<typeof beginDiary>>

/** An athlete's sessions of one exercise, and what is decided of them. */
export function diaryOf(api: TestApi, athlete: TestAthlete) {
  const session = (day: number, done: Done) => train(api, athlete, { on: dayOf(day) }, { exercise: pushUp, ...done })
  const sessions = async (dones: readonly Done[]) => {
    const trained: Trained[] = []
    for (const [day, done] of dones.entries()) trained.push(await session(day, done))
    return trained
  }
  /** What is decided now, in the order of the sessions. */
  const decisions = async (trained: readonly Trained[]): Promise<Decision[]> => {
    const read = trained.map(async ({ path }) => expectStatus(await athlete.get(`${path}/decisions`), 200).body.data)
    return (await Promise.all(read)).flat()
  }
  const workingSets = async () => amountsOf((await athlete.get(`/me/exercises/${pushUp}`)).body.current.sets)
  return { session, sessions, decisions, workingSets }
}
