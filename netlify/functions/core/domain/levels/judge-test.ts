import * as z from 'zod'
import { everySetReached } from '#domain/effort/amounts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** A test as it was performed, in reps or seconds; a missing set counts as 0. */
export type LevelTest = {
  readonly defaults: readonly number[]
  readonly actual: readonly number[]
  /** RPE of the last set, null when it was not rated. */
  readonly rpeLast: number | null
  /** The worst pain, 0-10. */
  readonly pain: number
}

/** How a test was judged. */
export const TestOutcome = z
  .enum(['pass', 'fail'])
  .meta({ id: 'LevelTestOutcome', description: 'How a test was judged', example: 'pass' })

/** A requirement that a failed test did not meet. */
export const TestShortfall = z.enum(['amount', 'effort', 'pain']).meta({
  id: 'LevelTestShortfall',
  description: 'What a test fell short of: a set below its standard, effort above the limit, or pain',
  example: 'amount',
})
export type TestShortfall = z.output<typeof TestShortfall>

/** Lists what a test fell short of; an empty list means that it was passed. */
export function judgeTest(test: LevelTest, rules: TrainingRules): TestShortfall[] {
  const { rpeMax, painMax } = rules.levelUp.test
  const shortfalls: TestShortfall[] = []
  if (!everySetReached(test.actual, test.defaults)) shortfalls.push('amount')
  if (test.rpeLast !== null && test.rpeLast > rpeMax) shortfalls.push('effort')
  if (test.pain > painMax) shortfalls.push('pain')
  return shortfalls
}
