import { describe, expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { refusalOf } from '#tests/support/sessions.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { chooseSwap, type SwapRequest, swapKinds } from './choose-swap.js'
import { trainedDays } from './trained-days.js'

const pull = { category: 'Pull', level: 3 } as const
const negative = exercise('negative-pull-up', {
  ...pull,
  level: 2,
  difficulty: 2.5,
  prerequisites: [[idOf.exercise('jump')]],
})
const hang = exercise('flexed-arm-hang', { ...pull, level: 2, difficulty: 2.4, metric: 'duration', tempo: 'hold' })
const chinUp = exercise('chin-up', { ...pull, difficulty: 3, tags: ['bent-arm'] })
const towel = exercise('towel-pull-up', { ...pull, difficulty: 3.2, equipment: [['towel']] })
const dip = exercise('dip', { level: 3, difficulty: 3 })
const archer = exercise('archer-pull-up', {
  ...pull,
  level: 4,
  difficulty: 4,
  prerequisites: [[idOf.exercise('pull-up')]],
})
const pullUp = exercise('pull-up', {
  ...pull,
  difficulty: 3.1,
  prerequisites: [[idOf.exercise('negative-pull-up')], [idOf.exercise('flexed-arm-hang')], [idOf.exercise('dip')]],
  lateral: [idOf.exercise('chin-up'), idOf.exercise('towel-pull-up')],
})
const library = libraryWith(negative, hang, chinUp, towel, dip, archer, pullUp, exercise('jump', pull))

function choose(request: Partial<SwapRequest> = {}, sessions: LoggedSession[] = []) {
  const trainingLog = { sessions, directives: [] }
  const facts = {
    library,
    trainingLog,
    trainedOn: inOneGo(trainedDays(trainingLog, library)),
    state: inOneGo(deriveTraining(trainingLog, library, ruleBook)),
    today: '2026-11-22',
  }
  const all = {
    from: pullUp,
    to: null,
    direction: null,
    taken: ['pull-up'],
    equipment: [],
    blockedTags: [],
    ...request,
  }
  return chooseSwap(all, facts, rulesInForce)
}
const told = (request: Partial<SwapRequest> = {}, sessions: LoggedSession[] = []) => {
  const { exercise: chosen, kind } = choose(request, sessions)
  return `${kind} ${chosen.slug}`
}

describe('swapKinds', () => {
  it('lists the lateral variations and the prerequisites in the same category', () => {
    expect([...swapKinds(pullUp, library)]).toEqual([
      ['negative-pull-up', 'easier'],
      ['flexed-arm-hang', 'easier'],
      ['chin-up', 'lateral'],
      ['towel-pull-up', 'lateral'],
    ])
  })

  it('picks the best exercise in the direction that the athlete asks for', () => {
    expect(told({ direction: 'lateral' })).toBe('lateral chin-up')
    expect(told({ direction: 'easier' })).toMatch(/^easier (negative-pull-up|flexed-arm-hang)$/)
  })

  it('leaves out exercises with a blocked tag', () => {
    expect(told({ direction: 'lateral', equipment: ['towel'], blockedTags: ['bent-arm'] })).toBe(
      'lateral towel-pull-up',
    )
  })

  it('leaves out exercises that the session has already', () => {
    expect(told({ direction: 'lateral', equipment: ['towel'], taken: ['chin-up'] })).toBe('lateral towel-pull-up')
  })

  it('picks the exercise that the athlete names, even without its equipment or when the session has it', () => {
    expect(told({ to: towel, taken: ['towel-pull-up'] })).toBe('lateral towel-pull-up')
    expect(told({ to: negative })).toBe('easier negative-pull-up')
  })

  it('picks by score, and gives the terms that add up to it', () => {
    const { terms, score, reasons } = choose({ direction: 'lateral' })
    expect(terms.fit + terms.recency + terms.need + terms.regress).toBeCloseTo(score, 10)
    expect(reasons.map(({ ruleId }) => ruleId)).toContain('selection.matches_level')
  })

  it('picks another exercise than the one that regressed lately', () => {
    const regressed = ['2026-11-16', '2026-11-18'].map((date) =>
      sessionOn(date, { exercise: 'flexed-arm-hang', actual: [1, 1, 1], targets: [8, 8, 8], rpe: 10 }),
    )
    expect(told({ direction: 'easier' }, regressed)).toBe('easier negative-pull-up')
  })

  it.each([
    ['a harder variation', { to: archer }, 'archer-pull-up is not a lateral or easier variation of pull-up.'],
    ['an exercise of another category', { to: dip }, 'dip is not a lateral or easier variation of pull-up.'],
    [
      'a variation in the other direction',
      { to: negative, direction: 'lateral' as const },
      'is not a lateral variation',
    ],
    [
      'a direction in which nothing can be done now',
      { direction: 'lateral' as const, blockedTags: ['bent-arm'] },
      'that you can do now',
    ],
    [
      'a direction in which nothing exists',
      { from: archer, direction: 'lateral' as const },
      'There is not a lateral variation',
    ],
  ])('refuses %s', (_, request, detail) => {
    expect(refusalOf(() => choose(request)).code).toBe('SWAP_NOT_POSSIBLE')
    expect(() => choose(request)).toThrow(detail)
  })
})
