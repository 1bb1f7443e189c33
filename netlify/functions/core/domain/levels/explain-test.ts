import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LevelTest, TestShortfall } from './judge-test.js'

/** Says in a sentence how a test ended; `level` is where the athlete stands after it. */
export function explainTest(
  test: LevelTest,
  shortfalls: readonly TestShortfall[],
  { name, level }: { readonly name: string; readonly level: number },
  rules: TrainingRules,
): string {
  if (shortfalls.length === 0) return `You did the standard of ${name}: you are at level ${level} now.`
  return `Not passed: ${shortfalls.map((shortfall) => sentences[shortfall](test, rules)).join('; ')}.`
}

const sentences: Readonly<Record<TestShortfall, (test: LevelTest, rules: TrainingRules) => string>> = {
  amount: ({ actual, defaults }) => `you did ${actual.join(', ')} of ${defaults.join(', ')}`,
  effort: ({ rpeLast }, { levelUp }) => `the last set at RPE ${rpeLast} was above ${levelUp.test.rpeMax}`,
  pain: ({ pain }, { levelUp }) =>
    `pain of ${pain} out of 10 was noted, and at most ${levelUp.test.painMax} may be; seek advice if it lasts`,
}
