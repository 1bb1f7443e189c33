import { describe, expect, it } from 'vitest'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import type { StrengthSlot } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { mean } from '#domain/values/statistics.js'
import { coachExercise, coachLibrary } from '#local/vectors/coach-library.js'
import { type Archetype, archetypes } from '../../bench/coach-simulation/archetypes.js'
import { listFarBelow } from '../../bench/coach-simulation/far-below.js'
import { type Measures, measure } from '../../bench/coach-simulation/measures.js'
import type { Chosen, DoneItem } from '../../bench/coach-simulation/perform.js'
import { coachRegimes } from '../../bench/coach-simulation/regimes.js'
import { follow, type Journey, type Regime } from '../../bench/coach-simulation/run.js'

/** Rows 4, 9 and 10 of what the coach has to meet (`acceptance.test.ts`), of athletes who train for weeks. */

const library = coachLibrary()
const [exact, reserve] = coachRegimes as readonly [Regime, Regime]
const seeds = ['seed 1', 'seed 2']

const inTwelveWeeks = (regime: Regime) =>
  archetypes.flatMap((archetype) => seeds.map((seed) => follow(archetype, regime, { seed, weeks: 12, library })))
const twelveWeeks = { exact: inTwelveWeeks(exact), reserve: inTwelveWeeks(reserve) }

function archetypeOf(wanted: string): Archetype {
  const found = archetypes.find(({ id }) => id === wanted)
  if (!found) throw new Error(`there is no athlete ${wanted}`)
  return found
}

describe.each([
  ['exact targets', twelveWeeks.exact, { effective: 48, failed: 8, gained: 0.4 }],
  ['the reserve rule', twelveWeeks.reserve, { effective: 70, failed: 3, gained: 0.43 }],
])('row 9: 12 weeks of accepting everything, with %s', (_, journeys, asked) => {
  const all = journeys.map(measure)
  const average = (of: keyof Measures) => mean(all.map((one) => one[of]))

  it(`at least ${asked.effective} % of the sets are at RPE 6.5 to 9`, () => {
    expect(average('effective')).toBeGreaterThanOrEqual(asked.effective)
  })

  it(`at most ${asked.failed} % failed`, () => expect(average('failed')).toBeLessThanOrEqual(asked.failed))

  it('no pain violation, no time exceeded', () => {
    expect(all.map(({ barredSets, overTime }) => [barredSets, overTime])).toEqual(all.map(() => [0, 0]))
  })

  it(`a mean gain of at least ${asked.gained} levels`, () => {
    expect(average('gained')).toBeGreaterThanOrEqual(asked.gained)
  })
})

it('row 9: on average at most 1 spike per athlete with exact targets', () => {
  expect(mean(twelveWeeks.exact.map((journey) => measure(journey).spikes))).toBeLessThanOrEqual(1)
})

describe('row 4: nobody at level L gets a working set two levels below L while something harder fits', () => {
  it('in 12 weeks: 0, but pain and failures', () => {
    const all = [...twelveWeeks.exact, ...twelveWeeks.reserve].flatMap(listFarBelow)
    expect(all.filter(({ why }) => why === 'choice')).toEqual([])
  })

  it.each<[string, Chosen]>([
    ['pain', { rules: ['rung.eased_for_pain', 'target.first_time'], harderFits: true }],
    ['failures', { rules: ['rung.down_after_failures', 'target.first_time'], harderFits: true }],
    ['nothing harder fits', { rules: ['rung.keep', 'target.working_value'], harderFits: false }],
    ['choice', { rules: ['rung.keep', 'target.working_value'], harderFits: true }],
  ])('what is far below is told apart: %s', (why, chosen) => {
    const set = { target: 8, amount: 8, rpe: 3, reserve: 7, failed: false }
    const item = {
      exercise: coachExercise('wall-push-up'),
      targets: [8],
      modifier: 'none' as const,
      sets: [set],
      chosen,
    }
    const session = { day: 7, week: 1, items: [item], seconds: 600, levels: [3] }
    expect(listFarBelow({ sessions: [session], firstDay: 0 })).toMatchObject([{ day: 7, sets: 1, why }])
    expect(listFarBelow({ sessions: [{ ...session, levels: [1.9] }], firstDay: 0 })).toEqual([])
  })
})

describe('row 10: a category whose ability rises by one level', () => {
  const groups = { push: ['hpush', 'vpush'], pull: ['hpull', 'vpull'], legs: ['squat', 'hinge'] } as const
  const halfAYear = ['A', "A'", 'I'].flatMap((id) =>
    seeds.map((seed) => [`${id}, ${seed}`, follow(archetypeOf(id), reserve, { seed, weeks: 26, library })] as const),
  )
  const risen = halfAYear.flatMap(([who, journey]) =>
    (['push', 'pull', 'legs'] as const)
      .filter((group) => journey.after[group] - journey.before[group] >= 1)
      .map((group) => [`${who}, ${group}`, group, journey] as const),
  )

  it.each(risen)('%s: the rung rises', (_, group, journey) => {
    const rises = groups[group].flatMap((slot) => riseOf(slot, journey, ({ exercise }) => exercise.difficulty))
    expect(Math.max(...rises)).toBeGreaterThan(0)
    expect(Math.min(...rises)).toBeGreaterThanOrEqual(0)
  })

  it.each(risen)('%s: what is done in each slot is harder by half a level or more', (_, group, journey) => {
    const rises = groups[group].flatMap((slot) => riseOf(slot, journey, levelAsked))
    expect(Math.min(...rises)).toBeGreaterThanOrEqual(0.5)
  })

  it('happens in each category', () => {
    expect(new Set(risen.map(([, group]) => group))).toEqual(new Set(['push', 'pull', 'legs']))
  })

  it.each(halfAYear)('%s: never the same exercise mastered more than once', (_, { decisions }) => {
    const mastered = decisions.filter(({ decision }) => decision === 'mastered').map(({ exerciseId }) => exerciseId)
    expect(mastered.length).toBeGreaterThan(0)
    expect(mastered).toEqual([...new Set(mastered)])
  })
})

/** How far something of a slot rose from the first four weeks to the last; nothing when it was not trained in both. */
function riseOf(slot: StrengthSlot, { sessions, weeks }: Journey, of: (item: DoneItem) => number): number[] {
  const most = (isMeant: (week: number) => boolean) => {
    const items = sessions.filter(({ week }) => isMeant(week)).flatMap((session) => session.items)
    return Math.max(...items.filter(({ exercise }) => slotKeyOf(exercise) === slot).map(of))
  }
  const rise = most((week) => week >= weeks - 4) - most((week) => week < 4)
  return Number.isFinite(rise) ? [rise] : []
}

/** The level at which the targets of an exercise, with its modifier, are what the library asks for. */
function levelAsked({ exercise, targets, modifier }: DoneItem): number {
  const { tempo, tempoPause } = rulesInForce.coach.beyond
  const slower = modifier === 'tempo' ? tempo : modifier === 'tempo_pause' ? tempoPause : 0
  return exercise.difficulty + Math.log((mean(targets) ?? 1) / (exercise.defaults[0] ?? 1)) + slower
}
