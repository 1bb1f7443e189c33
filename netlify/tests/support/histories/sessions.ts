import type { Modifier } from '#domain/effort/modifier.schema.js'
import { SetKind } from '#domain/effort/set.schema.js'
import type { Answered } from '../api.js'
import { ask, choose, daysAgo, type Life, pass, type Step, sessionOf } from './history.js'

export type Action = (life: Life, step: Step) => Promise<unknown>

/** Reps and holds, one and two sides, and chains in which one is mastered for another. */
export const exercises = [
  'push-up',
  'close-grip-push-up',
  'diamond-push-up',
  'dead-hang',
  'archer-row',
  'jump-squat',
] as const

const modifiers = ['none', 'tempo', 'tempo_pause', 'reps', 'load:7.5'] as const satisfies readonly Modifier[]

const minuteMs = 60_000

async function plan(life: Life, step: Step): Promise<Answered['body'] | null> {
  const { pick, part, amount } = step
  const chosen = Array.from({ length: 1 + (part % 3) }, (_, index) => ({
    exercise: choose(exercises, pick + index),
    ...(amount % 4 === 3 ? { modifier: choose(modifiers, pick + index) } : {}),
  }))
  const answered = await ask(life, step, 'post', '/sessions', {
    date: daysAgo(life, (amount % 16) - 1),
    exercises: chosen,
  })
  if (answered.status !== 201) return null
  life.sessions.push(answered.body.id)
  return answered.body
}

type Item = Answered['body']

function performed({ exercise, planned }: Item, { part, amount }: Step, index: number): object {
  const unit = exercise.metric === 'reps' ? 'reps' : 'duration'
  const target: number = planned.sets[index % planned.sets.length][unit]
  return {
    [unit]: Math.max(0, target + (amount % 9) - 4 + (amount === 25 ? 60 : 0)),
    ...(amount % 6 === 5 ? { kind: choose(SetKind.options, part) } : {}),
    ...(part % 3 === 0 ? {} : { rpe: 5 + (part % 11) / 2 }),
    ...(part % 7 === 0 ? { pain: amount % 11, painSite: 'elbow' } : {}),
    ...(part % 8 === 1 ? { weightKg: (amount % 9) * 2.5 - 10 } : {}),
  }
}

function sidesOf({ exercise }: Item): object[] {
  return exercise.unilateral ? [{ side: 'left' }, { side: 'right' }] : [{}]
}

async function logSet(life: Life, step: Step): Promise<unknown> {
  const session = await sessionOf(life, step)
  const item = session && choose<Item>(session.exercises, step.part)
  if (!item) return
  const side = choose(sidesOf(item), step.amount)
  return ask(life, step, 'post', `/sessions/${session.id}/exercises/${item.id}/sets`, {
    ...performed(item, step, 0),
    ...side,
  })
}

/** Plans, starts, logs and completes a whole session. */
async function train(life: Life, step: Step): Promise<unknown> {
  const session = await plan(life, step)
  if (!session) return
  const path = `/sessions/${session.id}`
  await ask(life, { ...step, twice: false }, 'post', `${path}/start`)
  for (const item of session.exercises) {
    for (const [index] of item.planned.sets.entries()) {
      for (const side of sidesOf(item)) {
        pass(life, minuteMs)
        const set = { ...performed(item, { ...step, part: step.part + index }, index), ...side }
        await ask(life, { ...step, twice: false }, 'post', `${path}/exercises/${item.id}/sets`, set)
      }
    }
  }
  return ask(life, step, 'post', `${path}/complete`, {})
}

async function complete(life: Life, step: Step): Promise<unknown> {
  const session = await sessionOf(life, step)
  const hoursAgo = new Date(life.clock - (step.amount % 48) * 60 * minuteMs).toISOString()
  const body = step.part % 2 === 0 ? {} : { completedAt: hoursAgo }
  return session && ask(life, step, 'post', `/sessions/${session.id}/complete`, body)
}

/** A logged set with its path. */
async function setOf(life: Life, step: Step): Promise<{ item: Item; path: string } | null> {
  const session = await sessionOf(life, step)
  const trained = session?.exercises.filter(({ sets }: Item) => sets.length > 0) ?? []
  const item = choose<Item>(trained, step.part)
  const set = item && choose<Item>(item.sets, step.amount)
  return set ? { item, path: `/sessions/${session.id}/exercises/${item.id}/sets/${set.id}` } : null
}

async function correctSet(life: Life, step: Step): Promise<unknown> {
  const found = await setOf(life, step)
  if (!found) return
  const patch = choose(
    [
      performed(found.item, step, 0),
      { rpe: null },
      { pain: null, painSite: null },
      { setNumber: 1 + (step.amount % 5) },
      { kind: choose(SetKind.options, step.amount) },
    ],
    step.part,
  )
  return ask(life, step, 'patch', found.path, patch)
}

async function deleteSet(life: Life, step: Step): Promise<unknown> {
  const found = await setOf(life, step)
  return found && ask(life, step, 'delete', found.path)
}

const onSession =
  (method: 'post' | 'patch' | 'delete', way: string, bodyOf: (life: Life, step: Step) => object | undefined): Action =>
  async (life, step) => {
    const id = choose(life.sessions, step.pick)
    return id && ask(life, step, method, `/sessions/${id}${way}`, bodyOf(life, step))
  }

const onExercise =
  (
    method: 'post' | 'put' | 'patch' | 'delete',
    way: string,
    bodyOf: (item: Item, step: Step) => object | undefined,
  ): Action =>
  async (life, step) => {
    const session = await sessionOf(life, step)
    const item = session && choose<Item>(session.exercises, step.part)
    return item && ask(life, step, method, `/sessions/${session.id}/exercises/${item.id}${way}`, bodyOf(item, step))
  }

const date = (life: Life, { amount }: Step) => ({ date: daysAgo(life, (amount % 20) - 1) })
const nothing = () => undefined

/** Working sets of any size, in what the exercise counts. */
export function anySets(metric: string, { pick, part, amount }: Step): Record<string, number>[] {
  const unit = metric === 'reps' ? 'reps' : 'duration'
  return Array.from({ length: 1 + (part % 4) }, (_, index) => ({ [unit]: 1 + ((amount + pick * index) % 14) }))
}

/** What an athlete does with sessions. */
export const sessionActions: Readonly<Record<string, Action>> = {
  plan,
  train,
  logSet,
  complete,
  correctSet,
  deleteSet,
  start: onSession('post', '/start', nothing),
  move: onSession('patch', '', date),
  remark: onSession('patch', '', (_, { amount }) => ({ notes: `note ${amount}`, durationMinutes: amount })),
  skip: onSession('post', '/skip', nothing),
  reschedule: onSession('post', '/reschedule', date),
  deleteSession: onSession('delete', '', nothing),
  addExercise: onSession('post', '/exercises', (_, { part }) => ({ exercise: choose(exercises, part) })),
  replan: onExercise('patch', '', ({ exercise }, step) => ({ planned: { sets: anySets(exercise.metric, step) } })),
  modify: onExercise('patch', '', (_, { part }) => ({ planned: { modifier: choose(modifiers, part) } })),
  reorder: onExercise('patch', '', (_, { amount }) => ({ order: 1 + (amount % 3) })),
  finish: onExercise('post', '/done', nothing),
  removeExercise: onExercise('delete', '', nothing),
  swap: onExercise('post', '/swap', (_, { amount }) => (amount % 2 === 0 ? {} : { direction: 'lateral' })),
  override: onExercise('put', '/decision', ({ exercise }, step) => ({ sets: anySets(exercise.metric, step) })),
  confirm: onExercise('post', '/confirm', nothing),
}
