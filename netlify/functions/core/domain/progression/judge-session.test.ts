import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { effortOf, judgeSession } from './judge-session.js'
import type { ProgressState } from './progress-state.js'

const judge = (metric: ProgressState['metric'], working: number[], actual: number[]) =>
  judgeSession({ metric, working }, { actual }, rulesInForce)

describe('judgeSession', () => {
  it.each([
    ['is over when the last set had two reps more', 'reps', 4, 6, true],
    ['is not over when the last set had one rep more', 'reps', 4, 5, false],
    ['is over when the last set was held a quarter longer', 'duration', 20, 25, true],
    ['is not over when the last set was held less than a quarter longer', 'duration', 20, 24, false],
  ] as const)('%s', (_, metric, target, actual, over) => {
    expect(judge(metric, [target, target], [target, actual])).toMatchObject({ hit: true, over })
  })

  it('is not over when another set fell short', () => {
    expect(judge('reps', [5, 5], [4, 7])).toMatchObject({ hit: false, over: false })
  })

  it('is not over when only a set before the last one went beyond', () => {
    expect(judge('reps', [5, 5], [9, 5])).toMatchObject({ hit: true, over: false })
  })

  it('does not let one set make up for another in the completion', () => {
    expect(judge('reps', [5, 5], [9, 1]).completion).toBe(0.6)
  })

  it('is complete, and not over, when nothing was asked for', () => {
    expect(judge('duration', [], [])).toEqual({ hit: true, over: false, completion: 1 })
  })
})

describe('effortOf', () => {
  it('is a point less for a rep more than asked, and for a tenth of a hold', () => {
    const effort = (metric: ProgressState['metric'], target: number, done: number) =>
      effortOf({ metric, working: [target] }, { actual: [done], rpeLast: 9 }, rulesInForce)
    expect(effort('reps', 6, 8)).toBe(7)
    expect(effort('duration', 30, 33)).toBeCloseTo(8, 12)
  })
})
