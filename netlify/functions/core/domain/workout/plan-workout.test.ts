import { describe, expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import { idsFrom } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf, uuid } from '#tests/support/ids.js'
import { noon, refusalOf } from '#tests/support/sessions.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { planWorkout } from './plan-workout.js'
import { trainedDays } from './trained-days.js'
import type { WorkoutFacts, WorkoutRequest } from './workout.js'

const easy = { level: 0, difficulty: 0.4 }
const library = libraryWith(
  exercise('wall-push-up', { ...easy, id: idOf.exercise(1) }),
  exercise('hang', {
    ...easy,
    id: idOf.exercise(2),
    category: 'Pull',
    metric: 'duration',
    defaults: [30, 30],
    tempo: 'hold',
  }),
)
const trainingLog = { sessions: [], directives: [] }
const facts: WorkoutFacts = {
  library,
  trainingLog,
  trainedOn: inOneGo(trainedDays(trainingLog, library)),
  state: inOneGo(deriveTraining(trainingLog, library, ruleBook)),
  today: noon.today,
  seed: 'ada 2026-11-22',
  paces: new Map([[idOf.exercise(1), { tempo: '3-0-3-0', restSeconds: 60, notes: 'elbows in' }]]),
}
const request: WorkoutRequest = {
  minutes: 60,
  equipment: [],
  categories: ['Push', 'Pull', 'Squat'],
  exercisesPerCategory: 2,
}

const plan = (when: Parameters<typeof planWorkout>[1] = {}, asked: Partial<WorkoutRequest> = {}) =>
  planWorkout({ ...request, ...asked }, when, facts, { ...noon, newId: idsFrom(() => uuid(9)) })

describe('planWorkout', () => {
  it('plans a session today with the recommended exercises, their sets and the minutes', () => {
    const { session } = plan()
    expect(session).toMatchObject({ id: uuid(9), date: '2026-11-22', time: null, status: 'planned' })
    expect(session.durationMinutes).toBeGreaterThan(0)
    expect(session.exercises.map(({ exercise: { slug }, planned: { sets } }) => [slug, sets])).toEqual([
      ['hang', [{ duration: 10 }, { duration: 10 }]],
      ['wall-push-up', [{ reps: 5 }, { reps: 5 }, { reps: 5 }]],
    ])
  })

  it('plans for the day, time and id that the client names', () => {
    expect(plan({ id: idOf.session(7), date: '2026-11-23', time: '18:30' }).session).toMatchObject({
      id: uuid(7),
      date: '2026-11-23',
      time: '18:30',
    })
  })

  it("takes the athlete's own prescription, else that of the library", () => {
    const [hang, pushUps] = plan().session.exercises
    expect(pushUps?.planned).toMatchObject({ tempo: '3-0-3-0', restSeconds: 60, notes: 'elbows in' })
    expect(hang?.planned).toMatchObject({ tempo: 'hold', restSeconds: null, notes: null })
  })

  it('appends events for the planned session and for the recommendation', () => {
    const { events } = plan()
    expect(events.map(({ type }) => type)).toEqual(['session.planned', 'nextWorkout.recommended'])
    expect(events[1]).toMatchObject({
      subject: uuid(9),
      payload: {
        on: '2026-11-22',
        rulesVersion: rulesInForce.version,
        exercises: [
          { exerciseId: idOf.exercise(2), targets: [10, 10], propensity: 1 },
          { exerciseId: idOf.exercise(1), targets: [5, 5, 5], propensity: 1 },
        ],
      },
    })
  })

  it('refuses when nothing can be recommended', () => {
    expect(refusalOf(() => plan({}, { categories: ['Squat'] })).code).toBe('NOTHING_TO_RECOMMEND')
  })
})
