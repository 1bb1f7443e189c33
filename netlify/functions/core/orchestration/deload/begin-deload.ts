import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { deloadLooksSince } from '#domain/load/days-looked-at.js'
import { beginDeload as begin, deloadWindow } from '#domain/recovery/begin-deload.js'
import { differingFields } from '#domain/values/differing-fields.js'
import { DeloadId } from '#domain/values/id.schema.js'
import { recentCheckIns } from '#orchestration/check-ins/support/recent-check-ins.js'
import { command } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { findDeload } from '#queries/deloads.js'
import { listRatedSessions } from '#queries/rated-sessions.js'
import { listPlannedSessions } from '#queries/workout-sessions.js'
import { BeginDeload, BegunDeload } from './support/deload.schema.js'
import { presentLighter } from './support/lighter-sessions.js'
import { presentDeload } from './support/present-deload.js'
import { saveDeloads } from './support/save-deloads.js'

export const beginDeload = command({
  id: 'recovery.beginDeload',
  http: { method: 'POST', path: '/me/deload', status: 201 },
  summary: 'Begin an easier week',
  description:
    'Begins a deload today or on a day to come, also when none is due: that is up to the athlete. Planned sessions of its seven days ' +
    'keep their exercises and targets with half of the sets, rounded up; no decision on working sets follows from them.',
  access: { scope: 'progress:write' },
  input: { body: BeginDeload },
  output: BegunDeload,
  refusals: ['ACCOUNT_NOT_FOUND', 'CONFLICT', 'ID_TAKEN'],
  location: () => '/me/deload',
  existing: async (context, { body: { id, ...given } }) => {
    const deload = id && (await context.read(findDeload({ userId: context.athleteId, id })))
    if (!deload) return null
    // what the deload made of the plan was answered once; a repeat changes no session
    return {
      output: { ...presentDeload(deload, context.rules), sessions: [] },
      differing: differingFields(given, deload),
    }
  },
  run: async (context, { body: { id = context.newId(DeloadId), startsOn } }) => {
    const { athleteId: userId, now, rules } = context
    const { more, ...training } = await readTrainingWith(context, {}, [
      listPlannedSessions({ userId, ...deloadWindow(startsOn, now, rules) }),
      recentCheckIns(context),
      listRatedSessions({ userId, since: deloadLooksSince(todayAnywhere(now).from, rules) }),
    ])
    const [planned, checkIns, loads] = more
    const situation = { ...training, today: training.athlete.today, planned, checkIns, loads }
    const begun = begin({ id, startsOn }, situation, context)
    const output = { ...presentDeload(begun.deload, rules), sessions: begun.sessions.map(presentLighter) }
    return { ...(await saveDeloads(context, [begun], training)), output }
  },
})
