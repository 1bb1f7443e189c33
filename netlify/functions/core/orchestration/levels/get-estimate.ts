import { query } from '#orchestration/operation.js'
import { CategoryPath, LevelEstimateResource } from './support/estimate.schema.js'
import { presentEstimate } from './support/present-estimate.js'
import { candidateFor, readLevels } from './support/test-candidate.js'

export const getEstimate = query({
  id: 'levels.getEstimate',
  http: { method: 'GET', path: '/me/levels/{category}/estimate', status: 200 },
  summary: 'Get what my log says of my level',
  description:
    'The ability in one category with its uncertainty, as of today, beside the level that is set, and what that suggests. ' +
    'An estimate changes no level.',
  access: { scope: 'levels:read' },
  input: { params: CategoryPath },
  output: LevelEstimateResource,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context, { params: { category } }) => {
    const { training, lastTests } = await readLevels(context)
    return presentEstimate(category, await candidateFor(context, category, training, lastTests), context.rules)
  },
})
