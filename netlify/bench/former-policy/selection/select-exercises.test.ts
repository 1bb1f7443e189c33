import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type SelectionAthlete, type SelectionCandidate, selectExercises, selectionBar } from './select-exercises.js'
import { successProbability } from './success-probability.js'

const pike: SelectionCandidate = {
  slug: 'pike-push-up',
  metric: 'reps',
  level: 2,
  difficulty: 2.6,
  defaultAmount: 8,
  target: 5,
  prerequisites: [],
  equipment: [['none']],
  tags: ['vertical-push'],
  daysSince: 7,
  recentRegress: false,
}

const athlete: SelectionAthlete = {
  level: 2,
  ability: { mean: 2.7, variance: 0.04 },
  mastered: [],
  equipment: [],
  blockedTags: [],
}

describe('selectExercises in the worked example', () => {
  it('gives a chance of 0.9395 and a score of 0.9016', () => {
    const [chosen] = selectExercises([pike], athlete, 0, rulesInForce)
    expect(chosen?.pSuccess).toBeCloseTo(0.9395, 4)
    expect(chosen?.terms.fit).toBeCloseTo(0.7016, 4)
    expect(chosen?.score).toBeCloseTo(0.9016, 4)
  })

  it('asks for a tenth more time in a hold', () => {
    const plank = { ...pike, metric: 'duration' as const, defaultAmount: 22, target: 20 }
    expect(successProbability(plank, { mean: 2.6, variance: 0.04 }, rulesInForce)).toBeCloseTo(0.5, 12)
  })
})

it('successProbability counts a missing rep for less when a level stands for more reps', () => {
  // Phi((0.1 - ln(6/8) / 2) / sqrt(0.04 + 0.0225 / 4))
  const steep = { ...rulesInForce, ability: { ...rulesInForce.ability, kappa: 2 } }
  expect(successProbability(pike, athlete.ability, steep)).toBeCloseTo(0.8732, 4)
})

describe('selectionBar', () => {
  it.each([
    ['bars an exercise two levels up', { level: 4 }, 'level'],
    ['bars an exercise whose prerequisite is not mastered', { prerequisites: [['push-up']] }, 'prerequisites'],
    ['bars an exercise whose equipment is not at hand', { equipment: [['none'], ['rings']] }, 'equipment'],
    ['bars an exercise with a blocked tag', { tags: ['wrist'] }, 'blocked_tag'],
    ['bars nothing one level up', { level: 3 }, null],
  ] as const)('%s', (_, change, bar) => {
    const candidate = { ...pike, ...change }
    expect(selectionBar(candidate, { ...athlete, blockedTags: ['wrist'] }, rulesInForce)).toBe(bar)
    expect(selectExercises([candidate], { ...athlete, blockedTags: ['wrist'] }, 0, rulesInForce)).toHaveLength(
      bar === null ? 1 : 0,
    )
  })
})

describe('selectExercises', () => {
  const slugs = (candidates: SelectionCandidate[], count = 9) =>
    selectExercises(candidates, athlete, 0, rulesInForce, count).map(({ slug }) => slug)

  const hard = { ...pike, slug: 'hard', difficulty: 3.9 }

  it('leaves out what would probably fail', () => {
    expect(slugs([hard, pike])).toEqual(['pike-push-up'])
  })

  it('takes what would probably fail when nothing else remains', () => {
    expect(slugs([hard])).toEqual(['hard'])
  })

  it('keeps a candidate with a chance of exactly one half', () => {
    // target 7 and one in reserve are the default of 8, which the athlete can do just so
    const even = { ...pike, slug: 'even', difficulty: athlete.ability.mean, target: 7 }
    expect(slugs([even, pike])).toEqual(['pike-push-up', 'even'])
  })

  it('breaks ties by difficulty, then by slug in code-point order', () => {
    const easy = { ...pike, difficulty: -9, daysSince: null }
    const ties = ['b', 'B', 'a'].map((slug) => ({ ...easy, slug }))
    expect(slugs([...ties, { ...easy, slug: 'z', difficulty: -10 }])).toEqual(['z', 'B', 'a', 'b'])
  })

  const many = ['a', 'b', 'c'].map((slug) => ({ ...pike, slug }))

  it('takes two exercises by default', () => {
    expect(selectExercises(many, athlete, 0, rulesInForce)).toHaveLength(2)
  })

  it('takes as many exercises as asked for', () => {
    expect(selectExercises(many, athlete, 0, rulesInForce, 0)).toHaveLength(0)
  })

  it('selects the same in every order of the candidates', () => {
    const candidate = fc.record({
      difficulty: fc.constantFrom(1, 2, 2.5, 3),
      target: fc.integer({ min: 1, max: 12 }),
      daysSince: fc.option(fc.nat(9)),
      recentRegress: fc.boolean(),
    })
    const shuffled = fc.array(candidate, { maxLength: 9 }).chain((rows) => {
      const offered = rows.map((row, index) => ({ ...pike, ...row, slug: `exercise-${index}` }))
      return fc.tuple(fc.constant(offered), fc.shuffledSubarray(offered, { minLength: offered.length }))
    })
    return fc.assert(
      fc.property(shuffled, ([offered, mixed]) => {
        expect(slugs(mixed)).toEqual(slugs(offered))
      }),
    )
  })
})
