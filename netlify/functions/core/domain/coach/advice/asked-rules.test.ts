import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { coachView, libraryOfRungs, rung } from '#tests/support/coach.js'
import { recommendSession } from '../session/recommend-session.js'
import { isOfOthers, timeOf, withinCategories, withinCount } from './asked-rules.js'

const view = coachView({ equipment: ['pull-up-bar'] })
const session = recommendSession(view, { minutes: 60, force: false })
const countOf = (recommendation: typeof session, category: string) =>
  recommendation.items.filter(({ exercise }) => exercise.category === category).length

describe('a question about some categories', () => {
  it('dislikes the exercises of the others beside what was disliked, for this question', () => {
    const [push, pull] = [rung('push', 2), rung('pull', 2, { category: 'Pull' })]
    const small = coachView({ dislikes: [push.id] }, libraryOfRungs(push, pull))
    expect(withinCategories(small, ['Push']).athlete.dislikes).toEqual([push.id, pull.id])
    expect(withinCategories(small, null)).toBe(small)
  })

  it('knows the slots that have nothing of these', () => {
    const { library } = view
    expect(isOfOthers('hpull', library, ['Push'])).toBe(true)
    expect(isOfOthers('hpush', library, ['Push'])).toBe(false)
    const mixed = libraryOfRungs(rung('push', 2), rung('odd', 2, { category: 'Pull' }))
    expect(isOfOthers('hpush', mixed, ['Push'])).toBe(false)
    expect(isOfOthers('skill:front-lever', library, ['Push'])).toBe(true)
    expect(isOfOthers('hpull', library, null)).toBe(false)
  })
})

describe('a question about so many exercises of each category', () => {
  const { recommendation, notAsked } = withinCount(session, 1, rulesInForce)

  it('leaves the first of each category, and says which slots have none for it', () => {
    expect(countOf(session, 'Push')).toBeGreaterThan(1)
    expect(['Push', 'Pull', 'Squat'].map((category) => countOf(recommendation, category))).toEqual([1, 1, 1])
    const left = session.items.filter((item) => !recommendation.items.includes(item))
    expect(notAsked.map(({ key }) => key)).toEqual(left.map(({ key }) => key))
    expect(notAsked[0]?.reason).toMatchObject({ ruleId: 'asked.exercises_per_category' })
  })

  it('takes the time of what was left out off the session', () => {
    const left = session.items.filter((item) => !recommendation.items.includes(item))
    expect(recommendation.seconds).toBe((session.seconds ?? 0) - timeOf(left, session, rulesInForce))
  })

  it('changes nothing when it was not asked', () => {
    expect(withinCount(session, null, rulesInForce)).toEqual({ recommendation: session, notAsked: [] })
    expect(withinCount({ ...session, items: [] }, 1, rulesInForce).recommendation.seconds).toBeNull()
  })
})

describe('timeOf', () => {
  const exercise = rung('dip', 2, { tempo: '2-0-1-0' })
  const [any] = session.items
  const time = (arrangement: 'pairs' | 'circuit') =>
    any ? timeOf([{ ...any, exercise, sets: [10, 8], restSeconds: 60 }], { arrangement }, rulesInForce) : 0

  it('is that of reps and rests, and of setting up unless it is a circuit', () => {
    expect(time('circuit')).toBe(18 * 3 + 2 * 60)
    expect(time('pairs')).toBe(time('circuit') + 30)
  })
})
