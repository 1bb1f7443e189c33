import { addDays } from '#domain/calendar/days-between.js'
import type { JudgedTest, PerformedTest, TakenTest } from '#domain/levels/take-level-test.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { Level } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { LevelTestRecord } from '#queries/level-tests.js'
import type { LevelTestResult } from './test.schema.js'

/** A test as it is stored. */
export function recordOf(
  userId: AthleteId,
  testedAt: Date,
  { on, ...test }: TakenTest,
  { actual, rpeLast, pain }: PerformedTest,
  { exercise, levelBefore, passed }: JudgedTest,
  { version: rulesVersion }: TrainingRules,
): LevelTestRecord {
  return {
    ...test,
    userId,
    exerciseId: exercise.id,
    fromLevel: levelBefore,
    testedOn: on,
    testedAt,
    actual: JSON.stringify(actual),
    rpeLast,
    pain,
    passed,
    rulesVersion,
  }
}

/** A test as it is answered. */
export function resultOf(
  test: TakenTest,
  { actual, rpeLast, pain }: PerformedTest,
  judged: JudgedTest,
  { version, levelUp }: TrainingRules,
): LevelTestResult {
  return {
    ...test,
    exercise: exerciseRefOf(judged.exercise),
    result: judged.passed ? 'pass' : 'fail',
    shortfalls: [...judged.shortfalls],
    ruleId: 'levelUp.test',
    inputs: {
      actual: [...actual],
      standard: setPrescriptions(judged.exercise.defaults, judged.exercise.metric),
      rpeLast,
      pain,
    },
    thresholds: { ...levelUp.test },
    explanation: judged.explanation,
    levelBefore: Level.parse(judged.levelBefore),
    level: Level.parse(judged.level),
    nextTestOn: addDays(test.on, levelUp.daysBetweenTestsMin),
    rulesVersion: version,
  }
}
