import type { SessionResource } from '#orchestration/sessions/support/schemas.js'
import type { TrainingDecisionResource } from '#orchestration/training/decision.schema.js'
import type { Ada } from './ada.js'
import { decisionTable } from './decisions.js'

type Done = {
  /** The planned reps or seconds of a first session; later ones follow the working sets. */
  readonly plan?: readonly number[]
  /** The performed reps or seconds; exactly the plan by default. */
  readonly did?: readonly number[]
  /** The RPE of the last set; 8 by default. */
  readonly rpe?: number
  /** The pain in the last set, from 0 to 10; `painSite` says where. */
  readonly pain?: number
  readonly painSite?: string
}

/** An exercise of a session. */
export type Work = Done & { readonly exercise: string }

/** Does an exercise as planned, at RPE 8, unless `done` says otherwise. */
export function does(exercise: string, done: Done = {}): Work {
  return { exercise, ...done }
}

type Completion = SessionResource & {
  readonly decisions: TrainingDecisionResource[]
  readonly unlocked: readonly { readonly name: string }[]
}
type Item = SessionResource['exercises'][number]

/** The exercises of the script that are held for seconds. */
const holds: ReadonlySet<string> = new Set(['active-hang'])

export function planSession(ada: Ada, date: string, works: readonly Work[]): Promise<SessionResource> {
  const exercises = works.map(({ exercise, plan }) => {
    const unit = holds.has(exercise) ? 'duration' : 'reps'
    return { exercise, ...(plan ? { sets: plan.map((amount) => ({ [unit]: amount })) } : {}) }
  })
  return ada.ask<SessionResource>('post', '/sessions', { date, exercises })
}

/** Performs a planned session, completes it, and writes the decisions into the transcript. */
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
