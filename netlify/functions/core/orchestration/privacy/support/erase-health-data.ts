import { healthDataPurpose } from '#domain/account/health-data.js'
import { event } from '#domain/event/event.js'
import { withoutHealth } from '#domain/training/without-health.js'
import { type Effects, noEffects } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { changeTraining } from '#orchestration/training/training-change.js'
import {
  eraseBodyMass,
  eraseBodyMassOfProfile,
  eraseBodyMassOfStandards,
  eraseCheckIns,
  eraseHealthOfDeloads,
  eraseHealthOfEvents,
  erasePainOfSets,
  erasePainOfTests,
  forgetCopies,
  holdsHealthData,
  touchSessionsWithHealthData,
} from '#queries/health-data.js'
import { readLibrary } from '#queries/read-library.js'
import { readTrainingLog } from '#queries/training-log.js'

/**
 * Erases all health data of an athlete, out of what happened as well, and stores what follows from the
 * facts without them. Nothing when there are none.
 *
 * Events are cleaned before those of the change are appended, which come last in a batch.
 */
export async function eraseHealthData(context: Context): Promise<Effects> {
  const { athleteId: userId, now } = context
  const [log, library, held] = await context.readAll([
    readTrainingLog({ userId }),
    readLibrary(),
    holdsHealthData({ userId }),
  ])
  if (!held) return noEffects
  const after = { ...log, ...(await context.work(withoutHealth(log))) }
  const change = await changeTraining(context, library, { before: log, after }, '')
  return {
    statements: [
      eraseCheckIns({ userId }),
      eraseBodyMass({ userId }),
      eraseBodyMassOfProfile({ userId, now }),
      touchSessionsWithHealthData({ userId, now }),
      erasePainOfSets({ userId, now }),
      eraseBodyMassOfStandards({ userId }),
      erasePainOfTests({ userId }),
      eraseHealthOfDeloads({ userId }),
      forgetCopies({ userId }),
      eraseHealthOfEvents({}),
      ...change.statements,
    ],
    events: [event('healthData.erased', healthDataPurpose, now, {}), ...change.events],
  }
}
