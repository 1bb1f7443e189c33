import { describe, expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { refusalOf } from '#tests/support/sessions.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { chooseSwap, type SwapRequest, swapKinds } from './choose-swap.js'

const pull = { category: 'Pull', level: 3 } as const
const negative = exercise('negative-pull-up', { ...pull, level: 2, difficulty: 2.5, prerequisites: ['jump'] })
const hang = exercise('flexed-arm-hang', { ...pull, level: 2, difficulty: 2.4, metric: 'duration', tempo: 'hold' })
const chinUp = exercise('chin-up', { ...pull, difficulty: 3, tags: ['bent-arm'] })
const towel = exercise('towel-pull-up', { ...pull, difficulty: 3.2, equipment: ['towel'] })
const dip = exercise('dip', { level: 3, difficulty: 3 })
const archer = exercise('archer-pull-up', { ...pull, level: 4, difficulty: 4, prerequisites: ['pull-up'] })
const pullUp = exercise('pull-up', {
  ...pull,
  difficulty: 3.1,
  prerequisites: ['negative-pull-up', 'flexed-arm-hang', 'dip'],
  lateral: ['chin-up', 'towel-pull-up'],
})
const library = libraryWith(negative, hang, chinUp, towel, dip, archer, pullUp, exercise('jump', pull))

function choose(request: Partial<SwapRequest> = {}, sessions: LoggedSession[] = []) {
  const trainingLog = { sessions, directives: [] }
  const facts = { library, trainingLog, state: deriveTraining(trainingLog, library, ruleBook), today: '2026-11-22' }
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

describe('what an exercise can be swapped for', () => {
  it('is what stands beside it and one step below it in its own category', () => {
    expect([...swapKinds(pullUp, library)]).toEqual([
      ['negative-pull-up', 'easier'],
      ['flexed-arm-hang', 'easier'],
      ['chin-up', 'lateral'],
      ['towel-pull-up', 'lateral'],
    ])
  })

  it('is the best that can be done, in the direction that was asked for', () => {
    expect(told({ direction: 'lateral' })).toBe('lateral chin-up')
    expect(told({ direction: 'easier' })).toMatch(/^easier (negative-pull-up|flexed-arm-hang)$/)
    expect(told({ direction: 'lateral', equipment: ['towel'], blockedTags: ['bent-arm'] })).toBe(
      'lateral towel-pull-up',
    )
    expect(told({ direction: 'lateral', equipment: ['towel'], taken: ['chin-up'] })).toBe('lateral towel-pull-up')
  })

  it('is the named one, whatever the equipment and the session say', () => {
    expect(told({ to: towel, taken: ['towel-pull-up'] })).toBe('lateral towel-pull-up')
    expect(told({ to: negative })).toBe('easier negative-pull-up')
  })

  it('is chosen by score, with the terms that make it up', () => {
    const { terms, score, reasons } = choose({ direction: 'lateral' })
    expect(terms.fit + terms.recency + terms.need + terms.regress).toBeCloseTo(score, 10)
    expect(reasons.map(({ ruleId }) => ruleId)).toContain('selection.matches_level')
    const regressed = ['2026-11-16', '2026-11-18'].map((date) =>
      sessionOn(date, { exercise: 'flexed-arm-hang', actual: [1, 1, 1], targets: [8, 8, 8], rpe: 10 }),
    )
    expect(told({ direction: 'easier' }, regressed)).toBe('easier negative-pull-up')
  })

  it.each([
    ['harder', { to: archer }, 'archer-pull-up is not a lateral or easier variation of pull-up.'],
    ['of another category', { to: dip }, 'dip is not a lateral or easier variation of pull-up.'],
    ['in the other direction', { to: negative, direction: 'lateral' as const }, 'is not a lateral variation'],
    ['nothing that can be done', { direction: 'lateral' as const, blockedTags: ['bent-arm'] }, 'that you can do now'],
    ['nothing at all', { from: archer, direction: 'lateral' as const }, 'There is not a lateral variation'],
  ])('is refused when it is %s', (_, request, detail) => {
    expect(refusalOf(() => choose(request)).code).toBe('SWAP_NOT_POSSIBLE')
    expect(() => choose(request)).toThrow(detail)
  })
})
