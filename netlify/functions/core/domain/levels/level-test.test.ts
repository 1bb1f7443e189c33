import { describe, expect, it } from 'vitest'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { Directive, TrainingLog } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { exercise, isMasteredIn, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { estimateLevel } from './level-estimate.js'
import { offerLevelTest, type TestCandidate } from './level-test.js'

const library = libraryWith(
  exercise('push-up', { level: 2, difficulty: 2 }),
  exercise('diamond-push-up', { level: 2, difficulty: 2.4 }),
  exercise('ring-push-up', { level: 2, difficulty: 2.6, equipment: [['rings']] }),
  exercise('ring-dip', { level: 3, difficulty: 3.0, equipment: [['rings']] }),
  exercise('archer-push-up', { level: 3, difficulty: 3.2 }),
  exercise('pull-up', { category: 'Pull', level: 3, difficulty: 3.15 }),
)
const today = '2026-11-22'

const level2: Directive = {
  kind: 'level',
  rulesVersion: rules2026v1.version,
  on: '2026-11-01',
  at: '2026-11-01T08:00:00.000Z',
  category: 'Push',
  level: 2,
  source: 'hand',
}

/** Both exercises of level 2 mastered, with much in reserve. */
const strong = ['2026-11-10', '2026-11-13', '2026-11-16', '2026-11-19']
  .map((date) =>
    sessionOn(
      date,
      ...(['push-up', 'diamond-push-up'] as const).map((slug) => ({
        exercise: slug,
        actual: [32, 8, 8],
        rpe: 7,
        targets: [8, 8, 8],
        difficulty: slug === 'push-up' ? 2 : 2.4,
      })),
    ),
  )
  .map((session) => ({ ...session, rulesVersion: rules2026v1.version }))

function offer(trainingLog: Partial<TrainingLog> = {}, more: Partial<TestCandidate> = {}, placement = false) {
  const facts = { sessions: strong, directives: [level2], ...trainingLog }
  const state = inOneGo(deriveTraining(facts, library, ruleBook))
  return offerLevelTest(
    'Push',
    {
      library,
      trainingLog: facts,
      state,
      counts: isMasteredIn(state),
      equipment: [],
      today,
      lastTestOn: null,
      ...more,
    },
    placement,
    rules2026v1,
  )
}

describe('offerLevelTest', () => {
  it('offers the easiest exercise of the next level that the equipment allows', () => {
    expect(offer().exercise?.slug).toBe('archer-push-up')
    expect(offer({}, { equipment: ['rings'] })).toMatchObject({
      exercise: { slug: 'ring-dip' },
      facts: { available: 3, mastered: 2, entryDifficulty: 3 },
    })
  })

  it('offers the easiest exercise when the library lists a harder one first', () => {
    const harder = exercise('ring-dip', { level: 3, difficulty: 3.4 })
    const easier = exercise('archer-push-up', { level: 3, difficulty: 3.2 })
    expect(offer({ sessions: [] }, { library: libraryWith(harder, easier) }).exercise).toBe(easier)
  })

  it('offers the first by slug when two exercises are equally difficult', () => {
    const first = exercise('archer-push-up', { level: 3, difficulty: 3.2 })
    const second = exercise('typewriter-push-up', { level: 3, difficulty: 3.2 })
    for (const listed of [
      [first, second],
      [second, first],
    ]) {
      expect(offer({ sessions: [] }, { library: libraryWith(...listed) }).exercise).toBe(first)
    }
  })

  it('is eligible when enough of the level is mastered and the ability reaches the next one', () => {
    expect(offer()).toMatchObject({
      facts: { level: 2, available: 2, mastered: 2, redFlags14Days: 0, daysSinceSession: 3, daysSinceTest: null },
      decision: { result: 'eligible', failedGates: [], requiredMastered: 2 },
    })
  })

  it('names every failed gate when no session was completed', () => {
    const { decision, facts } = offer({ sessions: [] })
    expect(facts.daysSinceSession).toBe(Number.POSITIVE_INFINITY)
    expect(decision.failedGates).toEqual(['coverage', 'ability', 'recency'])
  })

  it('still allows a placement when no session was completed', () => {
    expect(offer({ sessions: [] }, {}, true).decision.result).toBe('eligible')
  })

  it('bars a test and a placement after strong pain', () => {
    const hurt = sessionOn('2026-11-20', { exercise: 'push-up', actual: [8], pain: 7 })
    expect(offer({ sessions: [...strong, hurt] }).decision.failedGates).toContain('safety')
    expect(offer({ sessions: [...strong, hurt] }, {}, true).decision.failedGates).toEqual(['safety'])
  })

  it('bars a second test for a week, and names the first day it is allowed again', () => {
    expect(offer({}, { lastTestOn: '2026-11-16' })).toMatchObject({
      decision: { failedGates: ['cooldown'] },
      nextTestOn: '2026-11-23',
    })
    expect(offer({}, { lastTestOn: '2026-11-15' }).decision.failedGates).toEqual([])
  })

  it('offers no exercise at the highest level', () => {
    const top = { ...level2, level: 5, at: '2026-11-20T08:00:00.000Z', on: '2026-11-20' }
    expect(offer({ directives: [level2, top] })).toMatchObject({
      exercise: null,
      decision: { failedGates: ['max_level'], pAbility: null },
    })
  })
})

describe('estimateLevel', () => {
  const estimate = (trainingLog: Partial<TrainingLog> = {}, more: Partial<TestCandidate> = {}) => {
    const facts = { sessions: strong, directives: [level2], ...trainingLog }
    const state = inOneGo(deriveTraining(facts, library, ruleBook))
    return estimateLevel(offer(trainingLog, more), state.categories.get('Push'), rules2026v1)
  }

  it('suggests the test while every gate is open, with the numbers behind it', () => {
    expect(estimate().suggestion).toMatchObject({
      suggestion: 'test',
      ruleId: 'level.test',
      inputs: { level: 2, mastered: 2 },
      thresholds: { requiredMastered: 2, abilityProbabilityMin: 0.8 },
    })
    expect(estimate({}, { lastTestOn: '2026-11-20' }).suggestion).toBeNull()
  })

  it('suggests the level below after three sessions far under the level', () => {
    const weak = ['2026-11-10', '2026-11-13', '2026-11-16'].map((date) =>
      sessionOn(date, { exercise: 'push-up', actual: [2, 1, 1], rpe: 10, targets: [5, 5, 5] }),
    )
    expect(estimate({ sessions: weak }).suggestion).toMatchObject({ suggestion: 'down', inputs: { sessions: 3 } })
    expect(estimate({ sessions: weak.slice(0, 2) }).suggestion).toBeNull()
  })

  it('suggests nothing to an athlete who never trained: level 0, with a wide interval', () => {
    const unknown = estimate({ sessions: [], directives: [] })
    expect(unknown).toMatchObject({ level: 0, estimatedLevel: 0, observedOn: null, sessionsCount: 0, suggestion: null })
    expect(unknown.ability).toEqual({ mean: 1, variance: 1 })
    expect(unknown.interval90[1] - unknown.interval90[0]).toBeGreaterThan(3)
  })

  it('lowers the ability and widens its variance the longer the athlete does not train', () => {
    const now = estimate()
    const later = estimate({}, { today: '2026-12-22' })
    expect(later.ability.mean).toBeLessThan(now.ability.mean)
    expect(later.ability.variance).toBeGreaterThan(now.ability.variance)
  })

  it('gives the chance of each level from 1 to 5 at the ability of the worked example', () => {
    const { facts, ...rest } = offer()
    const worked = { ...rest, facts: { ...facts, ability: { mean: 2.96691, variance: 0.06465 } } }
    const { probabilities, interval90, estimatedLevel } = estimateLevel(worked, undefined, rules2026v1)
    expect(probabilities.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5])
    expect(probabilities[2]?.p).toBeCloseTo(0.455, 3)
    expect(interval90).toEqual([expect.closeTo(2.4813, 4), expect.closeTo(3.4525, 4)])
    expect(estimatedLevel).toBe(2)
  })

  it('gives a lower chance for each higher level', () => {
    const chances = estimate().probabilities.map(({ p }) => p)
    expect(chances).toHaveLength(5)
    expect([...chances].sort((a, b) => b - a)).toEqual(chances)
  })
})
