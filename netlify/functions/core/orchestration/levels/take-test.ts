import { offerLevelTest } from '#domain/levels/level-test.js'
import { momentOfLevel } from '#domain/levels/moment-of-level.js'
import { levelDirectives, type PerformedTest, takeLevelTest, testedEvent } from '#domain/levels/take-level-test.js'
import { LevelTestId } from '#domain/values/id.schema.js'
import { command } from '#orchestration/operation.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { findLevelTest, insertLevelTest } from '#queries/level-tests.js'
import { readLibrary } from '#queries/read-library.js'
import { CategoryPath } from './support/estimate.schema.js'
import { existingTest } from './support/existing-test.js'
import { recordOf, resultOf } from './support/judged-test.js'
import { LevelTestResult, TakeLevelTest } from './support/test.schema.js'
import { candidateFor, readLevels } from './support/test-candidate.js'

export const takeTest = command({
  id: 'levels.takeTest',
  http: { method: 'POST', path: '/me/levels/{category}/test', status: 200 },
  summary: 'Take the test of the next level',
  description:
    'Judges the sets of the exercise that the test is taken with (see the same address by GET). Passed when every set reaches its ' +
    'standard at RPE 9 or less and with pain of 3 or less; the level rises with it. Refused while a gate is shut.',
  access: { scope: 'levels:write' },
  input: { params: CategoryPath, body: TakeLevelTest },
  output: LevelTestResult,
  refusals: ['CONSENT_NEEDED', 'ACCOUNT_NOT_FOUND', 'TEST_BARRED', 'METRIC_MISMATCH', 'ID_TAKEN'],
  existing: async (context, { params, body: { id, ...given } }) => {
    if (id === undefined) return null
    const [record, { library }] = await context.readAll([
      findLevelTest({ userId: context.athleteId, id }),
      readLibrary(),
    ])
    return record && existingTest(record, library, { params, given }, context.ruleBook)
  },
  run: async (context, { params: { category }, body }) => {
    const { id = context.newId(LevelTestId), actual, rpeLast = null, pain = 0, placement = false } = body
    const { rules } = context
    const { training, lastTests } = await readLevels(context)
    const { athlete } = training
    const offer = offerLevelTest(category, await candidateFor(context, category, training, lastTests), placement, rules)
    const performed: PerformedTest = { actual, rpeLast, pain }
    const judged = takeLevelTest(offer, performed, rules)
    const { on, at } = momentOfLevel(training, athlete.today, context.now)
    const test = { id, category, on, placement }
    // also a failed test is a fact: of two at once, the second finds the cooldown
    const change = await applyDirectives(context, levelDirectives(test, judged, at, rules), training)
    return {
      statements: [
        ...change.statements,
        insertLevelTest(recordOf(context.athleteId, at, test, performed, judged, rules)),
      ],
      events: [testedEvent(test, judged, at, rules), ...change.events],
      output: resultOf(test, performed, judged, rules),
    }
  },
})
