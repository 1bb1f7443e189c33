import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { recordCheckIn } from '#domain/recovery/check-in.js'
import type { RecordCheckIn } from '#domain/recovery/check-in.schema.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { athleteOn, coachExercise, coachedOn } from '#tests/support/coached.js'
import { idOf } from '#tests/support/ids.js'
import { sessionOn, type Work } from '#tests/support/training-logs.js'
import { dayOf } from './day-number.js'

const pushUp = coachExercise('push-up')
const pikePushUp = coachExercise('pike-push-up', { slot: 'vpush', ladder: 'handstand-push-up', difficulty: 2.4 })
const plank = coachExercise('plank', {
  slot: 'core',
  ladder: 'brace',
  metric: 'duration',
  tempo: 'hold',
  difficulty: 1,
})
const row = coachExercise('row', { slot: 'hpull', ladder: 'row', category: 'Pull' })
const library = [pushUp, pikePushUp, plank, row]

const today = '2026-11-27'
const ago = (days: number) => addDays(today, -days)
const pushUps = (actual: number[], more: Partial<Work> = {}): Work => ({ exercise: 'push-up', actual, ...more })

describe('what the coach knows of a slot', () => {
  it('starts at the category of the day, less certain, and moves with what is seen', () => {
    const { slots, categories } = athleteOn(today, library, { sessions: [sessionOn(ago(2), pushUps([8, 8, 8]))] })
    const slot = slots.get('hpush')
    expect(slot?.day).toBe(dayOf(ago(2)))
    // ten reps of a standard of eight: a little above the difficulty of 2
    expect(slot?.mean).toBeGreaterThan(1.9)
    expect(slot?.mean).toBeLessThan(2.3)
    expect(slot?.variance).toBeLessThan(1)
    expect(categories.get('Push')?.day).toBe(dayOf(today))
  })

  it('learns of each slot from its own exercises alone', () => {
    const hard = { exercise: 'pike-push-up', actual: [3, 3, 2], rpe: 9.5, difficulty: 2.4 }
    const { slots } = athleteOn(today, library, {
      sessions: [6, 4, 2].map((days) => sessionOn(ago(days), pushUps([20, 20, 20]), hard)),
    })
    expect((slots.get('hpush')?.mean ?? 0) - (slots.get('vpush')?.mean ?? 0)).toBeGreaterThan(0.3)
  })

  it('forgets it when the athlete is assessed anew', () => {
    const sessions = [sessionOn(ago(5), pushUps([8, 8, 8]))]
    const assessed = (days: number) => ({
      kind: 'assessment' as const,
      category: 'Push' as const,
      level: 4,
      on: ago(days),
      at: `${ago(days)}T08:00:00.000Z`,
      rulesVersion: rulesInForce.version,
    })
    expect(athleteOn(today, library, { sessions, directives: [assessed(3)] }).slots.has('hpush')).toBe(false)
    expect(athleteOn(today, library, { sessions, directives: [assessed(6)] }).slots.has('hpush')).toBe(true)
  })

  it('finds it anew when two sessions in a row are far from what was known', () => {
    const plankOf = (days: number, seconds: number) =>
      sessionOn(ago(days), { exercise: 'plank', actual: [seconds], standard: [30], difficulty: 1, rpe: 8 })
    const typo = [plankOf(9, 140), plankOf(7, 140)]
    const honest = (sessions: number) => [5, 3, 1].slice(0, sessions).map((days) => plankOf(days, 20))
    const meanAfter = (sessions: number) =>
      athleteOn(today, library, { sessions: [...typo, ...honest(sessions)] }).slots.get('core')?.mean ?? 0
    expect(meanAfter(1)).toBeGreaterThan(1.3)
    expect(meanAfter(3)).toBeLessThan(meanAfter(1) - 0.2)
  })
})

describe('what the coach knows of an exercise', () => {
  it('counts the sessions since the best estimated maximum rose by more than three percent', () => {
    const reps = [5, 6, 6, 6]
    const sessions = reps.map((count, index) => sessionOn(ago(8 - 2 * index), pushUps([count])))
    const standing = athleteOn(today, library, { sessions }).exercises.get(pushUp.id)
    expect(standing).toMatchObject({ gainOn: dayOf(ago(6)), sessionsWithoutGain: 2, lastOn: dayOf(ago(2)) })
  })

  it('keeps the day of the last decision that took it back', () => {
    const missed = [8, 6, 4, 2].map((days) => sessionOn(ago(days), pushUps([2, 1, 1], { rpe: 9, targets: [8, 8, 8] })))
    const standing = athleteOn(today, library, { sessions: missed }).exercises.get(pushUp.id)
    expect(standing?.regressedOn).not.toBeNull()
  })

  it('takes some of the working sets back after a break', () => {
    const sessions = [sessionOn(ago(60), pushUps([8, 8, 8], { targets: [8, 8, 8] }))]
    const { exercises, returnMultiplier } = athleteOn(today, library, { sessions })
    expect(exercises.get(pushUp.id)?.working?.[0]).toBeLessThan(8)
    expect(returnMultiplier).toBe(0.5)
  })

  it('remembers for each slot the exercise that was done last', () => {
    const sessions = [sessionOn(ago(4), pushUps([8])), sessionOn(ago(2), { exercise: 'row', actual: [8] })]
    expect([...athleteOn(today, library, { sessions }).anchors]).toEqual([
      ['hpush', pushUp.id],
      ['hpull', row.id],
    ])
  })
})

describe('what the coach counts', () => {
  it('counts hard sets: without a rating, from RPE 6, and failed', () => {
    const rated = (rpe: number | null, amount = 8): Work => pushUps([amount], { rpe })
    const hard = (work: Work) => athleteOn(today, library, { sessions: [sessionOn(ago(1), work)] }).hardSets
    expect(hard(rated(null))).toEqual([{ day: dayOf(ago(1)), key: 'hpush', sets: 1 }])
    expect(hard(rated(6))).toHaveLength(1)
    expect(hard(rated(5.5))).toEqual([])
    expect(hard(rated(5, 0))).toHaveLength(1)
  })

  it('counts the days of training, and what hurt in sets and check-ins of the last seven days', () => {
    const sessions = [sessionOn(ago(7), pushUps([8], { pain: 9 })), sessionOn(ago(6), pushUps([8], { pain: 5 }))]
    const given = { date: ago(1), pain: 7, painSite: 'shoulder' as const }
    const checkIns = [recordCheckIn(idOf.checkIn('one'), given, { now: new Date(), today })]
    const athlete = athleteOn(today, library, { sessions, settings: { checkIns } })
    expect(athlete.trained).toEqual([dayOf(ago(7)), dayOf(ago(6))])
    expect(athlete.pain).toEqual([
      { day: dayOf(ago(6)), site: 'other', pain: 5 },
      { day: dayOf(ago(1)), site: 'shoulder', pain: 7 },
    ])
  })

  it('leaves what hurts at a known site to what that site bars, and lets other pain make the day red', () => {
    const rested = { sleep: 5, fatigue: 5, stress: 5, soreness: 5, pain: 7 }
    const bandWith = (given: Partial<RecordCheckIn>) => {
      const checkIns = [
        recordCheckIn(idOf.checkIn('one'), { date: today, ...rested, ...given }, { now: new Date(), today }),
      ]
      return athleteOn(today, library, { sessions: [], settings: { checkIns } }).band
    }
    expect(bandWith({ painSite: 'shoulder' })).toBe('green')
    expect(bandWith({ painSite: 'other' })).toBe('red')
    expect(bandWith({})).toBe('red')
    expect(bandWith({ painSite: 'shoulder', sleep: 1, fatigue: 1, stress: 1, soreness: 1 })).toBe('red')
  })

  it('takes the days per week from the athlete, else from the weeks before this one', () => {
    const mondays = ['2026-11-02', '2026-11-09', '2026-11-16']
    const sessions = mondays.flatMap((monday) =>
      [0, 1, 3, 4].map((days) => sessionOn(addDays(monday, days), pushUps([8]))),
    )
    expect(athleteOn(today, library, { sessions }).daysPerWeek).toBe(4)
    expect(athleteOn(today, library, { sessions: [] }).daysPerWeek).toBe(3)
    expect(athleteOn(today, library, { sessions, settings: { daysPerWeek: 2 } }).daysPerWeek).toBe(2)
  })

  it('looks at nothing after the day', () => {
    const sessions = [sessionOn(addDays(today, 1), pushUps([8], { pain: 9 }))]
    expect(athleteOn(today, library, { sessions })).toMatchObject({ trained: [], hardSets: [], pain: [], loads: [] })
  })
})

describe('an easier week', () => {
  const weeks = (count: number, sets = 3) =>
    Array.from({ length: count }, (_, index) => sessionOn(addDays('2026-11-23', -7 * (index + 1)), ...work(sets)))
  const work = (sets: number) => [pushUps(Array.from({ length: sets }, () => 8))]

  it('applies by itself after six weeks, until it is declined or was had', () => {
    const sessions = weeks(6)
    expect(coachedOn(today, library, { sessions }).easierWeek).toEqual({ begun: false, triggers: ['scheduled'] })
    expect(coachedOn(today, library, { sessions: weeks(5) }).easierWeek).toBeNull()
    const deloadDeclinedUntil = '2026-11-29'
    expect(coachedOn(today, library, { sessions, settings: { deloadDeclinedUntil } }).easierWeek).toBeNull()
    const easy = sessionOn('2026-11-24', pushUps([8]))
    expect(coachedOn('2026-11-30', library, { sessions: [...sessions, easy] }).easierWeek).toBeNull()
    const full = sessionOn('2026-11-24', ...work(3))
    expect(coachedOn('2026-11-30', library, { sessions: [...sessions, full] }).easierWeek).not.toBeNull()
  })

  it('is not due on the way back from a break', () => {
    expect(coachedOn('2027-01-20', library, { sessions: weeks(6) }).easierWeek).toBeNull()
  })
})

it('is sure of nothing that cannot be: finite numbers, and no more variance than at the start', () => {
  const day = fc.record({
    back: fc.integer({ min: 0, max: 200 }),
    reps: fc.integer({ min: 0, max: 200 }),
    rpe: fc.option(fc.constantFrom(1, 5, 7, 9.5, 10)),
  })
  fc.assert(
    fc.property(fc.uniqueArray(day, { selector: ({ back }) => back, maxLength: 12 }), (days) => {
      const inOrder = days.toSorted((one, other) => other.back - one.back)
      const sessions = inOrder.map(({ back, reps, rpe }) => sessionOn(ago(back), pushUps([reps, reps], { rpe })))
      const { slots, exercises } = athleteOn(today, library, { sessions })
      for (const { mean, variance } of [...slots.values(), ...[...exercises.values()].map(({ offset }) => offset)]) {
        expect(Math.abs(mean)).toBeLessThan(10)
        expect(variance).toBeGreaterThan(0)
        expect(variance).toBeLessThanOrEqual(rulesInForce.ability.varianceMax)
      }
    }),
  )
})
