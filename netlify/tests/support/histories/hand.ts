import { ask, choose, daysAgo, passDays, type Step } from './history.js'
import { type Action, anySets, exercises } from './sessions.js'

const categories = ['Push', 'Pull', 'Squat'] as const

const metricOf = (exercise: string | undefined) => (exercise === 'dead-hang' ? 'duration' : 'reps')

const goals = [
  { kind: 'reps', exercise: 'push-up', target: 9 },
  { kind: 'hold', exercise: 'dead-hang', target: 20 },
  { kind: 'skill', exercise: 'close-grip-push-up' },
  { kind: 'consistency', target: 1 },
] as const

const onGoal =
  (method: 'patch' | 'delete', bodyOf: (step: Step) => object | undefined): Action =>
  async (life, step) => {
    const { body } = await life.athlete.get('/me/goals')
    const goal = choose<{ id: string }>(body.data ?? [], step.pick)
    return goal && ask(life, step, method, `/me/goals/${goal.id}`, bodyOf(step))
  }

/** What an athlete decides by hand, and the time that passes. */
export const handActions: Readonly<Record<string, Action>> = {
  wait: async (life, { amount, part }) => passDays(life, part % 9 === 0 ? amount : amount % 4),
  putWorkingSets: (life, step) => {
    const exercise = choose(exercises, step.pick)
    const body = { sets: anySets(metricOf(exercise), step), restSeconds: 60 + step.amount }
    return ask(life, step, 'put', `/me/exercises/${exercise}`, body)
  },
  clearWorkingSets: (life, step) =>
    ask(life, step, 'patch', `/me/exercises/${choose(exercises, step.pick)}`, { sets: null }),
  byTheBook: (life, step) => ask(life, step, 'delete', `/me/exercises/${choose(exercises, step.pick)}`),
  putLevel: (life, step) =>
    ask(life, step, 'put', `/me/levels/${choose(categories, step.pick)}`, { level: step.amount % 6 }),
  assess: (life, step) =>
    ask(life, step, 'post', '/me/levels/assessment', {
      levels: { [`${choose(categories, step.pick)}`]: step.amount % 6 },
    }),
  takeTest: async (life, step) => {
    const path = `/me/levels/${choose(categories, step.pick)}/test`
    const { body } = await life.athlete.get(`${path}?placement=true`)
    const actual = body.testExercise?.sets ?? [{ reps: 5 }]
    return ask(life, step, 'post', path, { actual, placement: true, rpeLast: 6 + (step.part % 9) / 2 })
  },
  acceptNext: async (life, step) => {
    const answered = await ask(life, step, 'post', '/me/next-workout/accept', { minutes: 20 + step.amount })
    if (answered.status === 201) life.sessions.push(answered.body.id)
  },
  deload: (life, step) => ask(life, step, 'post', '/me/deload', { startsOn: daysAgo(life, -(step.amount % 3)) }),
  setGoal: (life, step) => ask(life, step, 'post', '/me/goals', choose(goals, step.pick)),
  changeGoal: onGoal('patch', ({ amount }) =>
    amount % 2 === 0 ? { target: 1 + (amount % 12) } : { notes: `${amount}` },
  ),
  dropGoal: onGoal('delete', () => undefined),
  returnPlan: (life, step) => ask(life, step, 'post', '/me/return-plan'),
  checkIn: (life, step) =>
    ask(life, step, 'post', '/me/check-ins', {
      date: daysAgo(life, step.part % 3),
      sleep: 1 + (step.amount % 5),
      bodyMassKg: 70 + (step.part % 5),
    }),
}
