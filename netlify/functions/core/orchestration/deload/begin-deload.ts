import { addDays } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { event } from '#domain/event/event.js'
import { loadsOf } from '#domain/load/session-loads.js'
import { deload as decide } from '#domain/recovery/deload.js'
import { deloadFacts } from '#domain/recovery/deload-facts.js'
import { planDeload } from '#domain/recovery/plan-deload.js'
import { deloaded } from '#domain/session/lighter-plan.js'
import { momentOfDirective } from '#domain/training/moment-of-directive.js'
import { DeloadId } from '#domain/values/id.schema.js'
import { recentCheckIns } from '#orchestration/check-ins/support/recent-check-ins.js'
import type { Context } from '#orchestration/context.js'
import { command } from '#orchestration/operation.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { type DeloadRecord, insertDeload } from '#queries/deloads.js'
import { listTrainingLoads } from '#queries/training-loads.js'
import { listPlannedSessions } from '#queries/workout-sessions.js'
import { BeginDeload, BegunDeload } from './support/deload.schema.js'
import { lightenSessions } from './support/lighten-sessions.js'
import { presentDeload } from './support/present-deload.js'

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
  run: async (context, { body: { id = context.newId(DeloadId), startsOn } }) => {
    const { athleteId: userId, now, rules } = context
    const { athlete, library, trainingLog, state, more } = await readTrainingWith(context, [
      listPlannedSessions({ userId, ...daysOfDeload(context, startsOn) }),
      recentCheckIns(context),
      listTrainingLoads({ userId }),
    ])
    const [planned, checkIns, sessions] = more
    const { today } = athlete
    const { triggers } = decide(
      deloadFacts({ state, checkIns, today, loads: loadsOf(sessions, library, athlete.bodyMass, rules) }, rules),
      rules,
    )
    const days = planDeload(startsOn ?? today, today, state.deloads, rules)
    const deload: DeloadRecord = {
      id,
      ...days,
      triggers: triggers.length > 0 ? triggers : ['by_hand'],
      rulesVersion: rules.version,
      createdAt: now,
    }
    const { at } = momentOfDirective(trainingLog, today, now)
    const change = applyDirectives(context, [begun(deload, at)], at, trainingLog, library)
    const within = planned.filter(({ date }) => date >= days.startsOn && date <= days.endsOn)
    const lighter = lightenSessions(context, within, (session) => deloaded(session, rules))
    return {
      statements: [insertDeload({ userId, deload }), ...change.statements, ...lighter.statements],
      events: [...change.events, ...lighter.events],
      output: { ...presentDeload(deload, rules), sessions: lighter.output },
    }
  },
})

/** The days to look at before it is known what day it is where the athlete is. */
function daysOfDeload({ now, rules }: Context, startsOn: string | undefined): { from: string; to: string } {
  const { from, to } = startsOn === undefined ? todayAnywhere(now) : { from: startsOn, to: startsOn }
  return { from, to: addDays(to, rules.deload.days - 1) }
}

function begun({ id, startsOn, endsOn, triggers, rulesVersion }: DeloadRecord, at: Date) {
  return event('deload.begun', id, at, { deloadId: id, startsOn, endsOn, triggers: [...triggers], rulesVersion })
}
