import * as z from 'zod'
import { offerLevelTest } from '#domain/levels/level-test.js'
import { TruthText } from '#domain/values/truth.schema.js'
import { query } from '#orchestration/operation.js'
import { CategoryPath } from './support/estimate.schema.js'
import { presentTestOffer } from './support/present-test-offer.js'
import { LevelTestOfferResource } from './support/test.schema.js'
import { candidateFor, readLevels } from './support/test-candidate.js'

const Query = z.strictObject({
  placement: TruthText.default(false).meta({
    description: 'Without having worked through the level: only safety and cooldown are asked',
    example: false,
  }),
})

export const getLevelTest = query({
  id: 'levels.getTest',
  http: { method: 'GET', path: '/me/levels/{category}/test', status: 200 },
  summary: 'Get whether I may take the test of the next level',
  description: 'Every gate with what it looked at, and the exercise that the test is taken with.',
  access: { scope: 'levels:read' },
  input: { params: CategoryPath, query: Query },
  output: LevelTestOfferResource,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context, { params: { category }, query: { placement } }) => {
    const { rules } = context
    const { training, lastTests } = await readLevels(context)
    const candidate = await candidateFor(context, category, training, lastTests)
    return presentTestOffer(offerLevelTest(category, candidate, placement, rules), rules)
  },
})
