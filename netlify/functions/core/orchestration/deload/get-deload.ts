import { query } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { DeloadAdvice } from './support/deload.schema.js'
import { deloadAdviceOf, deloadReads } from './support/deload-advice-of.js'

export const getDeload = query({
  id: 'recovery.getDeload',
  http: { method: 'GET', path: '/me/deload', status: 200 },
  summary: 'Get whether an easier week is due',
  description:
    'An easier week is due after repeated regressions, two very hard weeks, low readiness, or six weeks of training; the answer names ' +
    'every reason that holds. Beside it stands the way back for categories that were not trained for two weeks or more.',
  access: { scope: 'progress:read' },
  input: {},
  output: DeloadAdvice,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const { more, ...training } = await readTrainingWith(context, {}, deloadReads(context))
    return deloadAdviceOf(context, training, more)
  },
})
