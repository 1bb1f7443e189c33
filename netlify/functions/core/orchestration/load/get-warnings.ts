import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { isBodyMassAssumed } from '#domain/load/body-mass.js'
import { sessionsLookedAtBefore, warningsLookSince } from '#domain/load/days-looked-at.js'
import { effortSince } from '#domain/load/effort-history.js'
import { loadsOf } from '#domain/load/session-loads.js'
import { performedWithoutPain } from '#domain/training/without-pain.js'
import { evidenceSessions } from '#domain/warnings/evidence/evidence.js'
import { warningNote } from '#domain/warnings/explain-flag.js'
import { raiseWarnings } from '#domain/warnings/raise-warnings.js'
import { recentCheckIns } from '#orchestration/check-ins/support/recent-check-ins.js'
import { query } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { findEffortHistory } from '#queries/effort-history.js'
import { listTrainingLoads } from '#queries/training-loads.js'
import { presentWarning } from './support/present-warning.js'
import { WarningsResource } from './support/warnings.schema.js'

export const getWarnings = query({
  id: 'recovery.getWarnings',
  http: { method: 'GET', path: '/me/warnings', status: 200 },
  summary: 'Get what deserves my attention',
  description:
    'Pain, sudden load, monotonous weeks, imbalance, and performance below what was to be expected, from sets and check-ins; each with ' +
    'its reasons. Pain and check-ins count while the athlete consents to it (`health-data`). Warnings for the attention of the athlete, never a diagnosis.',
  access: { scope: 'progress:read' },
  input: {},
  output: WarningsResource,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const { athleteId: userId, now, rules } = context
    const { from, to } = todayAnywhere(now)
    const { more, ...training } = await readTrainingWith(context, {}, [
      recentCheckIns(context),
      listTrainingLoads({
        userId,
        since: warningsLookSince(from, rules),
        until: null,
        before: Math.max(sessionsLookedAtBefore(rules), evidenceSessions),
      }),
      findEffortHistory({ userId, from: effortSince(from), to }),
    ])
    const [checkIns, performed, efforts] = more
    const { athlete, library, notes } = training
    const { today } = athlete
    const loads = await context.work(loadsOf(performed, library, athlete.bodyMass, rules))
    const sessions = athlete.healthDataConsent ? performed : await context.work(performedWithoutPain(performed))
    const situation = { sessions, residuals: notes.residuals, library, loads, efforts, checkIns, today }
    const { overall, warnings } = await context.work(raiseWarnings(situation, rules))
    return {
      date: today,
      bodyMassAssumed: isBodyMassAssumed(athlete.bodyMass),
      overall,
      flags: warnings.map((warning) => presentWarning(warning, library)),
      note: warningNote,
      rulesVersion: rules.version,
    }
  },
})
