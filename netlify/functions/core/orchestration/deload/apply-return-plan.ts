import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { type DomainEvent, event, type RecordedEvent } from '#domain/event/event.js'
import { breaksOn, type CategoryBreak, isBreak } from '#domain/recovery/breaks.js'
import { refuse } from '#domain/refusal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type Return, returning } from '#domain/session/lighter-plan.js'
import type { Session } from '#domain/session/session.js'
import type { Context } from '#orchestration/context.js'
import { command } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { listEvents } from '#queries/events.js'
import { listPlannedSessions } from '#queries/workout-sessions.js'
import { ReturnPlan } from './support/deload.schema.js'
import { lightenSessions } from './support/lighten-sessions.js'
import { presentReturn } from './support/present-deload.js'

export const applyReturnPlan = command({
  id: 'recovery.applyReturnPlan',
  http: { method: 'POST', path: '/me/return-plan', status: 200 },
  summary: 'Come back after a break',
  description:
    'After two weeks or more without training in a category, planned sessions of the next weeks get a share of their sets, week by ' +
    'week, and targets that follow the working sets go down with them. A session is made lighter once, however often this is asked.',
  access: { scope: 'progress:write' },
  input: {},
  output: ReturnPlan,
  refusals: ['ACCOUNT_NOT_FOUND', 'CONFLICT'],
  run: async (context) => {
    const userId = context.athleteId
    const { athlete, state, more } = await readTrainingWith(context, [
      listPlannedSessions({ userId, ...daysAhead(context) }),
      listEvents({
        userId,
        types: ['returnPlan.applied'],
        subject: null,
        recordedUntil: null,
        before: null,
        limit: 100,
      }),
    ])
    const [planned, applied] = more
    const { today } = athlete
    const breaks = breaksOn(state, today, context.rules).filter(isBreak)
    if (breaks.length === 0) refuse('CONFLICT', 'There was no break of two weeks or more: go on where you were.')
    const done = new Set(applied.flatMap(sessionsIn))
    const open = planned.filter(({ id, date }) => date >= today && !done.has(id))
    const lighter = lightenSessions(context, open, (session) => comingBack(session, breaks, today, context.rules))
    const sessions = lighter.output
    const events =
      sessions.length === 0
        ? []
        : [
            planApplied(
              context,
              today,
              breaks,
              sessions.map(({ id }) => id),
            ),
          ]
    return {
      statements: lighter.statements,
      events: [...events, ...lighter.events],
      output: {
        date: today,
        returns: breaks.map(presentReturn),
        sessions,
        explanation: sentence(sessions.length),
        rulesVersion: context.rules.version,
      },
    }
  },
})

/** As many days as the longest return has, wherever it is today. */
function daysAhead({ now, rules }: Context): { from: string; to: string } {
  const { from, to } = todayAnywhere(now)
  return { from, to: addDays(to, 7 * rules.layoff.transitionAfter.length) }
}

function sessionsIn(recorded: RecordedEvent): readonly string[] {
  return recorded.type === 'returnPlan.applied' ? recorded.payload.sessionIds : []
}

function comingBack(session: Session, breaks: readonly CategoryBreak[], today: string, rules: TrainingRules): Session {
  const week = Math.floor(daysBetween(today, session.date) / 7)
  return returning(
    session,
    ({ exercise }): Return | null => {
      const gap = breaks.find(({ category }) => category === exercise.category)
      const multiplier = gap?.weeklySetMultipliers[week]
      return gap === undefined || multiplier === undefined ? null : { multiplier, gapDays: gap.gapDays }
    },
    rules,
  )
}

function planApplied(
  { athleteId, now, rules }: Context,
  on: string,
  breaks: readonly CategoryBreak[],
  sessionIds: string[],
): DomainEvent {
  return event('returnPlan.applied', athleteId, now, {
    on,
    breaks: breaks.map(({ category, gapDays, weeklySetMultipliers }) => ({
      category,
      gapDays,
      weeklySetMultipliers: [...weeklySetMultipliers],
    })),
    sessionIds,
    rulesVersion: rules.version,
  })
}

function sentence(changed: number): string {
  if (changed === 0) return 'No planned session had to become lighter.'
  return `${changed === 1 ? 'One planned session' : `${changed} planned sessions`} became lighter.`
}
