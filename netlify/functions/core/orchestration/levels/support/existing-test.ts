import { judgedBefore } from '#domain/levels/take-level-test.js'
import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import { differingFields, differingParameters } from '#domain/values/differing-fields.js'
import type { Existing } from '#orchestration/contract.js'
import type { StoredLevelTest } from '#queries/level-tests.js'
import { resultOf } from './judged-test.js'
import type { LevelTestResult } from './test.schema.js'

/** A test as it is asked for again. */
type Asked = { readonly params: object; readonly given: object }

/** Answers a test that was taken as it was judged, by the rules of its day. */
export function existingTest(
  { test, performed, exerciseId, levelBefore, passed, rulesVersion }: StoredLevelTest,
  library: Library,
  { params, given }: Asked,
  ruleBook: RuleBook,
): Existing<LevelTestResult> {
  const rules = ruleBook.version(rulesVersion)
  const judged = judgedBefore(exerciseIn(library, exerciseId), performed, { levelBefore, passed }, rules)
  return {
    output: resultOf(test, performed, judged, rules),
    differing: [
      ...differingParameters(params, test),
      ...differingFields(given, { ...performed, placement: test.placement }),
    ],
  }
}
