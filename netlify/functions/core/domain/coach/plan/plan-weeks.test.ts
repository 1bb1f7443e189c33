import { describe, expect, it } from 'vitest'
import { inOneGo } from '#domain/values/in-one-go.js'
import { abilities, coachView } from '#tests/support/coach.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { PlannedWeek } from '../recommendation.js'
import { type PlanRequest, planWeeks, slotWeeks } from './plan-weeks.js'

const home: Partial<CoachAthlete> = { equipment: ['pull-up-bar', 'wall', 'chair'] }
const plan = (facts: Partial<CoachAthlete> = {}, request: Partial<PlanRequest> = {}) =>
  inOneGo(
    planWeeks(coachView({ ...home, ...facts }), {
      weeks: 1,
      minutes: 45,
      weeksSinceDeload: 0,
      deloads: [],
      returnMultipliers: [],
      ...request,
    }),
  )
const kinds = (week: PlannedWeek | undefined) => week?.days.map(({ kind }) => kind)
const halves = (week: PlannedWeek | undefined) =>
  week?.days.map(({ rules }) => rules.flatMap((rule) => (rule.id === 'week.split' ? rule.half : []))[0] ?? '-')

describe('planWeeks', () => {
  it('trains the whole body every other day, three days a week', () => {
    const [week] = plan()
    expect(kinds(week)).toEqual(['train', 'rest', 'train', 'rest', 'train', 'rest', 'rest'])
    expect(week?.days.map(({ day }) => day)).toEqual([100, 101, 102, 103, 104, 105, 106])
  })

  it('alternates the halves of the body, four days a week', () => {
    expect(halves(plan({ daysPerWeek: 4 })[0])).toEqual(['upper', 'lower', 'upper', '-', 'lower', '-', '-'])
  })

  it('keeps the exercises of a slot from session to session', () => {
    const weeks = plan({}, { weeks: 6 })
    const exercises = weeks.flatMap(({ days }) =>
      days.flatMap(({ items }) => items.map(({ key, exercise }) => `${key} ${exercise.slug}`)),
    )
    expect(new Set(exercises).size).toBe(7)
  })

  it('asks for as much in three months as today, because the estimate stays', () => {
    const weeks = plan({}, { weeks: 12, weeksSinceDeload: -6 })
    const targetsOf = (week: PlannedWeek | undefined) =>
      week?.days.flatMap(({ items }) => items.filter(({ key }) => key === 'hpush').map(({ sets }) => sets.join(' ')))
    expect(new Set(weeks.flatMap(targetsOf))).toEqual(new Set(['10 10 10']))
    const old = new Map([...abilities(2.5, 2.5, 2.5)].map(([key, known]) => [key, { ...known, day: 40 }]))
    const months = plan({ categories: old }, { weeks: 12, weeksSinceDeload: -6 })
    expect(new Set(months.flatMap(targetsOf)).size).toBe(1)
  })

  it('goes on from what was done in the week before', () => {
    expect(kinds(plan({ trained: [99] })[0])?.slice(0, 2)).toEqual(['rest', 'train'])
  })

  it('tells the hard sets of each slot against its target and its cap', () => {
    const [week] = plan()
    expect(week?.slots).toEqual(
      (['hpush', 'hpull', 'squat', 'vpull', 'vpush', 'hinge'] as const)
        .map((slot) => expect.objectContaining({ slot, target: 9, cap: 14 }))
        .concat(expect.objectContaining({ slot: 'core', target: 6, cap: 12 })),
    )
    const planned = week?.days.flatMap(({ items }) =>
      items.filter(({ key }) => key === 'squat').map(({ sets }) => sets.length),
    )
    expect(week?.slots.find(({ slot }) => slot === 'squat')?.hardSets).toBe(
      planned?.reduce((sum, sets) => sum + sets, 0),
    )
  })

  it('deloads after six weeks, and begins to count anew', () => {
    const deloads = plan({}, { weeks: 9, weeksSinceDeload: 5 }).map(({ deload }) => deload)
    expect(deloads).toEqual([false, true, false, false, false, false, false, false, true])
    expect(plan({}, { weeksSinceDeload: 6 })[0]?.deload).toBe(true)
  })

  it('applies a deload to its sessions, with half of the target', () => {
    const [week] = plan({}, { weeksSinceDeload: 6 })
    expect(week?.days[0]?.items.every(({ rpeCap }) => rpeCap === 7)).toBe(true)
    expect(week?.slots[0]).toMatchObject({ slot: 'hpush', target: 4.5 })
  })

  it('goes on with a deload in which the athlete is', () => {
    expect(plan({ deload: true }, { weeks: 2 }).map(({ deload }) => deload)).toEqual([true, false])
  })

  it('ends a deload that has begun on its last day', () => {
    const weeks = plan({ deload: true }, { weeks: 2, deloads: [{ from: 96, to: 102 }] })
    const easy = weeks.flatMap(({ days }) => days.filter(({ rules }) => rules.some(({ id }) => id === 'week.deload')))
    expect(easy.map(({ day }) => day)).toEqual([100, 102])
    expect(weeks.map(({ deload }) => deload)).toEqual([true, false])
  })

  it('waits for a deload that was planned for soon, and not for one that is far off', () => {
    const deloadsWith = (from: number) =>
      plan({}, { weeks: 6, weeksSinceDeload: 6, deloads: [{ from, to: from + 6 }] }).map(({ deload }) => deload)
    expect(deloadsWith(114)).toEqual([false, false, true, false, false, false])
    expect(deloadsWith(135)).toEqual([true, false, false, false, false, true])
  })

  it('comes back from a break week by week', () => {
    const multiplierOf = ({ days }: PlannedWeek) =>
      days.flatMap(({ rules }) => rules.flatMap((rule) => (rule.id === 'week.return' ? rule.multiplier : [])))[0] ?? 1
    expect(plan({ returnMultiplier: 0.5 }, { weeks: 3, returnMultipliers: [0.5, 0.7] }).map(multiplierOf)).toEqual([
      0.5, 0.7, 1,
    ])
  })

  it('lets readiness speak for today alone', () => {
    expect(kinds(plan({ band: 'red' })[0])?.slice(0, 2)).toEqual(['recovery', 'train'])
  })

  it('counts a day that is planned already as done, as the coach would have it', () => {
    const [week] = plan({ planned: [100, 102] })
    expect(kinds(week)).toEqual(['planned', 'rest', 'planned', 'rest', 'train', 'rest', 'rest'])
    const hardSets = (facts: Partial<CoachAthlete>) => plan(facts)[0]?.slots
    expect(hardSets({ planned: [100, 102] })).toEqual(hardSets({}))
  })

  it('counts nothing for a planned day of recovery', () => {
    expect(plan({ planned: [100], band: 'red' })[0]?.slots.find(({ slot }) => slot === 'squat')?.hardSets).toBeLessThan(
      9,
    )
  })

  it('is made a day at a step', () => {
    const steps = planWeeks(coachView(home), {
      weeks: 2,
      minutes: 45,
      weeksSinceDeload: 0,
      deloads: [],
      returnMultipliers: [],
    })
    let count = 0
    while (!steps.next().done) count += 1
    expect(count).toBe(14)
  })
})

it('slotWeeks aims higher where a slot does the work of its sibling', () => {
  const [hpush, hpull] = slotWeeks(coachView({ categories: abilities(2, 4, 2) }))
  expect(hpush).toMatchObject({ slot: 'hpush', target: 9, cap: 14 })
  expect(hpull).toMatchObject({ slot: 'hpull', target: 18, cap: 24, hardSets: 0 })
})
