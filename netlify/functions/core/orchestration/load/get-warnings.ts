import { flagFacts, gatherEvidence } from '#domain/warnings/flag-facts.js'
import { warningFlags } from '#domain/warnings/warning-flags.js'
import { recentCheckIns } from '#orchestration/check-ins/support/recent-check-ins.js'
import { query } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { listTrainingLoads } from '#queries/training-loads.js'
import { loadsOf } from './support/loads-of.js'
import { presentWarning } from './support/present-warning.js'
import { WarningsResource } from './support/warnings.schema.js'

const note = 'A warning for your attention, never a diagnosis.'

export const getWarnings = query({
  id: 'recovery.getWarnings',
  http: { method: 'GET', path: '/me/warnings', status: 200 },
  summary: 'Get what deserves my attention',
  description:
    'Pain, sudden load, monotonous weeks, imbalance, and performance below what was to be expected, from sets and check-ins; each with ' +
    'its reasons. Warnings for the attention of the athlete, never a diagnosis.',
  access: { scope: 'progress:read' },
  input: {},
  output: WarningsResource,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const { rules, ruleBook } = context
    const { athlete, trainingLog, library, more } = await readTrainingWith(context, [
      recentCheckIns(context),
      listTrainingLoads({ userId: context.athleteId }),
    ])
    const [checkIns, sessions] = more
    const { today } = athlete
    const loads = loadsOf(sessions, library, athlete, rules)
    const evidence = gatherEvidence({ trainingLog, library, loads, checkIns, today, ruleBook }, rules)
    const facts = flagFacts(evidence)
    const { flags, overall } = warningFlags(facts, rules)
    return {
      date: today,
      overall,
      flags: flags.flatMap((flag) => {
        const found = evidence.get(flag.code)
        return found ? [presentWarning(flag, found, facts, library, rules)] : []
      }),
      note,
      rulesVersion: rules.version,
    }
  },
})
