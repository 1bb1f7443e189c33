import * as z from 'zod'
import { everySetReached } from '#domain/effort/amounts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** A test as it was performed, in reps or seconds; a set that is missing counts as 0. */
export type LevelTest = {
  readonly defaults: readonly number[]
  readonly actual: readonly number[]
  /** RPE of the last set, null when not rated. */
  readonly rpeLast: number | null
  /** 0-10. */
  readonly pain: number
}

/** What a failed test fell short of. */
export const TestShortfall = z.enum(['amount', 'effort', 'pain'])
export type TestShortfall = z.output<typeof TestShortfall>

/** What a test falls short of; nothing means that it was passed. */
export function judgeTest(test: LevelTest, rules: TrainingRules): TestShortfall[] {
  const { rpeMax, painMax } = rules.levelUp.test
  const shortfalls: TestShortfall[] = []
  if (!everySetReached(test.actual, test.defaults)) shortfalls.push('amount')
  if (test.rpeLast !== null && test.rpeLast > rpeMax) shortfalls.push('effort')
  if (test.pain > painMax) shortfalls.push('pain')
  return shortfalls
}
