import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn, type Work } from '#tests/support/training-logs.js'
import { deriveTraining, stepsOf } from './derive.js'
import type { LoggedSession, TrainingLog } from './training-log.js'

const pushUp = exercise('push-up')
const library = libraryWith(pushUp)

type Day = Omit<Work, 'exercise'> & { readonly date: string }

function session({ date, ...work }: Day): LoggedSession {
  return sessionOn(date, { exercise: pushUp.id, ...work })
}

function derive(sessions: LoggedSession[], directives: TrainingLog['directives'] = []) {
  return inOneGo(deriveTraining({ sessions, directives }, library, ruleBook))
}

describe('deriveTraining', () => {
  it('starts from the sets that the first session planned, and moves the working sets on from there', () => {
    const state = derive([session({ date: '2026-01-05', actual: [5, 5, 5] })])
    expect(state.decisions[0]).toMatchObject({ decision: 'progress', before: [5, 5, 5], after: [6, 6, 6] })
    expect(state.exercises.get(idOf.exercise('push-up'))).toMatchObject({
      working: [6, 6, 6],
      lastSessionOn: '2026-01-05',
    })
  })

  it('masters an exercise whose standard is met twice in a row, and keeps the mastery when the standard rises later', () => {
    const met = ['2026-01-05', '2026-01-07', '2026-01-09'].map((date) =>
      session({ date, actual: [5, 5, 5], standard: [5, 5, 5] }),
    )
    const state = derive([...met, session({ date: '2026-01-12', actual: [5, 4, 3], standard: [12, 12, 12] })])
    expect(state.exercises.get(idOf.exercise('push-up'))?.masteredAt).toBe('2026-01-07T18:00:00.000Z')
  })

  it('holds in a deload week and with assistance, but steps back for pain even in a deload week', () => {
    const deload = {
      kind: 'deload',
      rulesVersion: rulesInForce.version,
      on: '2026-01-05',
      at: '2026-01-05T08:00:00.000Z',
      startsOn: '2026-01-05',
      endsOn: '2026-01-11',
    } as const
    const reasons = (day: Partial<Day>, directives: TrainingLog['directives'] = []) =>
      derive([session({ date: '2026-01-06', actual: [5, 5, 5], ...day })], directives).decisions[0]?.reason
    expect(reasons({}, [deload])).toBe('deload')
    expect(reasons({ weightKg: -10 })).toBe('assisted')
    expect(reasons({ pain: 7 }, [deload])).toBe('pain_stop')
  })

  it('lowers the working sets after two weeks without training', () => {
    const state = derive([
      session({ date: '2026-01-05', actual: [8, 8, 8], rpe: 6 }),
      session({ date: '2026-01-22', actual: [5, 5, 5] }),
    ])
    expect(state.decisions[0]?.after).toEqual([7, 7, 7])
    expect(state.decisions[1]?.before).toEqual([6, 6, 6])
  })

  it('keeps an override even when the session would have decided otherwise', () => {
    const override = {
      kind: 'override',
      rulesVersion: rulesInForce.version,
      on: '2026-01-05',
      at: '2026-01-05T19:00:00.000Z',
      sessionExerciseId: idOf.sessionExercise('push-up 2026-01-05'),
      sets: [8, 7, 7],
    } as const
    const state = derive([session({ date: '2026-01-05', actual: [3, 3, 3] })], [override])
    expect(state.decisions[0]).toMatchObject({ after: [8, 7, 7], overridden: true })
    expect(state.exercises.get(idOf.exercise('push-up'))?.working).toEqual([8, 7, 7])
  })

  it('holds an implausible set for review until the athlete confirms it', () => {
    const known = ['2026-01-05', '2026-01-07', '2026-01-09'].map((date) => session({ date, actual: [8, 8, 8] }))
    const typo = session({ date: '2026-01-12', actual: [80, 8, 8] })
    const state = derive([...known, typo])
    expect(state.held.map(({ sessionExerciseId }) => sessionExerciseId)).toEqual(['push-up 2026-01-12'])
    const confirmation = {
      kind: 'confirmation',
      rulesVersion: rulesInForce.version,
      on: '2026-01-12',
      at: '2026-01-12T19:00:00.000Z',
      sessionExerciseId: idOf.sessionExercise('push-up 2026-01-12'),
    } as const
    const confirmed = derive([...known, typo], [confirmation])
    expect(confirmed.held).toEqual([])
    expect(confirmed.categories.get('Push')?.ability.mean).toBeGreaterThan(
      state.categories.get('Push')?.ability.mean ?? 0,
    )
  })

  it('marks a goal as reached on the day of the session that meets it', () => {
    const goal = {
      kind: 'goal',
      rulesVersion: rulesInForce.version,
      on: '2026-01-01',
      at: '2026-01-01T08:00:00.000Z',
      goalId: idOf.goal('goal'),
      goal: { kind: 'reps', exerciseId: idOf.exercise('push-up'), target: 7 },
    } as const
    const state = derive(
      [session({ date: '2026-01-05', actual: [6, 6, 6] }), session({ date: '2026-01-07', actual: [7, 6, 6] })],
      [goal],
    )
    expect(state.goals.get(idOf.goal('goal'))?.reachedOn).toBe('2026-01-07')
  })

  const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 })
  const sessions = days.chain((offsets) =>
    fc.tuple(
      ...offsets.map((offset) =>
        fc
          .record({
            actual: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 4 }),
            rpe: fc.option(fc.integer({ min: 2, max: 20 }).map((half) => half / 2)),
            pain: fc.integer({ min: 0, max: 10 }),
          })
          .map((day) => session({ date: addDays('2026-01-01', offset), ...day })),
      ),
    ),
  )

  it('derives the same state whatever the order in which sessions arrive', () => {
    fc.assert(
      fc.property(sessions, fc.infiniteStream(fc.nat()), (facts, keys) => {
        const shuffled = facts.map((fact) => ({ fact, key: keys.next().value })).sort((a, b) => a.key - b.key)
        expect(derive(shuffled.map(({ fact }) => fact))).toEqual(derive(facts))
      }),
    )
  })

  it('keeps working sets between the start values and the standard, and never raises them after pain', () => {
    fc.assert(
      fc.property(sessions, (facts) => {
        for (const { after, before, inputs } of derive(facts).decisions) {
          expect(after.every((amount) => amount >= 5 && amount <= 8)).toBe(true)
          if (inputs.pain > 3) expect(after.every((amount, index) => amount <= (before[index] ?? 0))).toBe(true)
        }
      }),
    )
  })
})

describe('stepsOf', () => {
  const level = (on: string, time: string, value: number) =>
    ({
      kind: 'level',
      rulesVersion: rulesInForce.version,
      on,
      at: `2026-01-05T${time}:00.000Z`,
      category: 'Push',
      level: value,
      source: 'hand',
    }) as const
  const trained = (name: string, time: string): LoggedSession => ({
    ...session({ date: '2026-01-05', actual: [5] }),
    id: idOf.session(name),
    completedAt: `2026-01-05T${time}:00.000Z`,
  })
  const told = (trainingLog: TrainingLog) =>
    stepsOf(trainingLog).map((step) => step.session?.id ?? (step.directive?.kind === 'level' && step.directive.level))

  it('goes by the day before the instant', () => {
    const directives = [level('2026-01-06', '08:00', 1), level('2026-01-05', '09:00', 2)]
    expect(told({ sessions: [], directives })).toEqual([2, 1])
  })

  it('goes by the instant when the day is the same', () => {
    const sessions = [trained('a', '18:00'), trained('b', '07:00')]
    expect(told({ sessions, directives: [level('2026-01-05', '12:00', 1)] })).toEqual(['b', 1, 'a'])
  })

  it('keeps directives of the same instant in the order in which they were recorded', () => {
    const directives = Array.from({ length: 11 }, (_, index) => level('2026-01-05', '12:00', index))
    expect(told({ sessions: [], directives })).toEqual(directives.map((one) => one.level))
  })

  it('goes by the id when two sessions ended at the same instant', () => {
    const sessions = [trained('b', '18:00'), trained('a', '18:00')]
    expect(told({ sessions, directives: [] })).toEqual(['a', 'b'])
  })
})
