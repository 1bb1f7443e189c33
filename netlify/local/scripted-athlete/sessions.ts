import type { SessionResource } from '#orchestration/sessions/support/schemas.js'
import type { TrainingDecisionResource } from '#orchestration/training/decision.schema.js'
import type { Ada } from './ada.js'
import { decisionTable } from './decisions.js'

type Done = {
  /** The plan of a first session; later ones follow the working sets. */
  readonly plan?: readonly number[]
  /** What was done, reps or seconds; the plan exactly when left out. */
  readonly did?: readonly number[]
  /** Of the last set; 8 when left out. */
  readonly rpe?: number
  /** Of the last set, 0 to 10, and where. */
  readonly pain?: number
  readonly painSite?: string
}

/** One exercise of a session. */
export type Work = Done & { readonly exercise: string }

/** Does an exercise as planned, at RPE 8, unless told otherwise. */
export function does(exercise: string, done: Done = {}): Work {
  return { exercise, ...done }
}

type Completion = SessionResource & {
  readonly decisions: TrainingDecisionResource[]
  readonly unlocked: readonly { readonly name: string }[]
}
type Item = SessionResource['exercises'][number]

/** Exercises of the script that are counted in seconds. */
const holds: ReadonlySet<string> = new Set(['active-hang'])

/** Plans a session. */
export function planSession(ada: Ada, date: string, works: readonly Work[]): Promise<SessionResource> {
  const exercises = works.map(({ exercise, plan }) => {
    const unit = holds.has(exercise) ? 'duration' : 'reps'
    return { exercise, ...(plan ? { sets: plan.map((amount) => ({ [unit]: amount })) } : {}) }
  })
  return ada.ask<SessionResource>('post', '/sessions', { date, exercises })
}

/** Trains a planned session, completes it, and tells what was decided. */
export async function trainSession(
  ada: Ada,
  name: string,
  { id, date, exercises }: SessionResource,
  works: readonly Work[],
  completedAt?: string,
): Promise<void> {
  const path = `/sessions/${id}`
  await ada.ask('post', `${path}/start`)
  for (const [index, item] of exercises.entries()) await logSets(ada, path, item, works[index] ?? does(''))
  const completion = await ada.ask<Completion>('post', `${path}/complete`, completedAt ? { completedAt } : {})
  const ids = exercises.map((item) => [item.exercise.slug, item.id] as const)
  ada.diary.set(name, { path, on: date, exercises: new Map(ids) })
  ada.say(...decisionTable(completion.decisions))
  if (completion.unlocked.length > 0) ada.say(`Unlocked: ${completion.unlocked.map((one) => one.name).join(', ')}.`)
}

async function logSets(ada: Ada, path: string, item: Item, { did, rpe = 8, pain, painSite }: Work): Promise<void> {
  const { metric, unilateral } = item.exercise
  const amounts = did ?? item.planned.sets.map((set) => ('reps' in set ? set.reps : set.duration))
  const sides = unilateral ? [{ side: 'left' }, { side: 'right' }] : [{}]
  for (const [index, amount] of amounts.entries()) {
    const said = index === amounts.length - 1 ? { rpe, ...(pain === undefined ? {} : { pain, painSite }) } : {}
    for (const side of sides) {
      await ada.ask('post', `${path}/exercises/${item.id}/sets`, {
        [metric === 'reps' ? 'reps' : 'duration']: amount,
        ...side,
        ...said,
      })
    }
  }
}
