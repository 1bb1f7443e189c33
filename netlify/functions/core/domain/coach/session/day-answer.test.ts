import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type DayFacts, dayAnswer } from './day-answer.js'

const answer = (facts: Partial<DayFacts>) =>
  dayAnswer({ trained: [], planned: [], daysPerWeek: 3, ...facts }, 100, rulesInForce)
const ruleOf = (facts: Partial<DayFacts>) => answer(facts).rule

describe('dayAnswer', () => {
  it('shows what is planned for the day, even when something was done already', () => {
    expect(answer({ planned: [99, 100], trained: [100] })).toEqual({
      kind: 'planned',
      rule: { id: 'day.planned_session' },
    })
  })

  it('recommends nothing after a session of the same day', () => {
    expect(answer({ planned: [101], trained: [100] })).toEqual({ kind: 'done_today', rule: { id: 'day.done' } })
  })

  it('rests when as many days as the athlete wants were trained in the six before', () => {
    const trained = [94, 96, 98]
    expect(answer({ trained })).toEqual({ kind: 'rest', rule: { id: 'day.week_full', sessions: 3, threshold: 3 } })
    expect(answer({ trained, daysPerWeek: 4 }).kind).toBe('train')
  })

  it('forgets a session of a week ago, and counts a day once', () => {
    expect(answer({ trained: [93, 96, 98] }).kind).toBe('train')
    expect(answer({ trained: [96, 96, 96] }).kind).toBe('train')
  })

  it('trains on six days of a week at most', () => {
    const trained = [94, 95, 96, 97, 98, 99]
    expect(ruleOf({ trained, daysPerWeek: 7 })).toEqual({ id: 'day.week_full', sessions: 6, threshold: 6 })
  })

  it('rests after a full body, up to three days a week', () => {
    const rule = { id: 'day.no_full_body_two_days_running', daysPerWeek: 3, threshold: 3 }
    expect(answer({ trained: [99] })).toEqual({ kind: 'rest', rule })
    expect(answer({ trained: [98] }).kind).toBe('train')
    expect(answer({ trained: [99], daysPerWeek: 4 }).kind).toBe('train')
  })

  it('rests after three days in a row, from four days a week', () => {
    const trained = [97, 98, 99]
    expect(ruleOf({ trained, daysPerWeek: 4 })).toEqual({ id: 'day.three_in_a_row', daysInARow: 3, threshold: 3 })
    expect(ruleOf({ trained: [96, ...trained], daysPerWeek: 5 })).toMatchObject({ daysInARow: 4 })
    expect(answer({ trained: [96, 98, 99], daysPerWeek: 4 }).kind).toBe('train')
  })

  it('trains otherwise', () => {
    expect(answer({})).toEqual({ kind: 'train', rule: { id: 'day.train', daysPerWeek: 3, forced: false } })
  })
})
