import { query } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { ReadinessResource } from './support/readiness.schema.js'
import { readinessOf } from './support/readiness-of.js'
import { recentCheckIns } from './support/recent-check-ins.js'

export const getReadiness = query({
  id: 'recovery.getReadiness',
  http: { method: 'GET', path: '/me/readiness', status: 200 },
  summary: 'Get my readiness today',
  description:
    'From the check-in of today, else of the last two days: how the athlete feels, and resting heart rate and heart rate variability ' +
    "against the athlete's own 28 days before. Pain of the last 7 days lowers the band, not the score. Never a diagnosis.",
  access: { scope: 'progress:read' },
  consent: 'health-data',
  input: {},
  output: ReadinessResource,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const { more, ...training } = await readTrainingWith(context, { recentDays: context.rules.readiness.painDays }, [
      recentCheckIns(context),
    ])
    return readinessOf(training, more[0], context.rules)
  },
})
