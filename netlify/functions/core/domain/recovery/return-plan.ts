import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { type DomainEvent, event, type RecordedEvent } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type LighterSession, lighterSessions, type Return, returning } from '#domain/session/lighter-plan.js'
import type { Session } from '#domain/session/session.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { breaksOn, type CategoryBreak, isBreak } from './breaks.js'
import { whyNoReturn } from './explain-return.js'

/** What is known of an athlete who comes back. */
export type ReturnSituation = {
  readonly state: TrainingState
  readonly planned: readonly Session[]
  /** The events of earlier return plans: a session is made lighter only once. */
  readonly applied: readonly RecordedEvent[]
  /** Day in the athlete's zone. */
  readonly today: string
}

/** The categories that come back after a break, and the planned sessions that become lighter. */
export type ReturnPlan = {
  readonly breaks: readonly CategoryBreak[]
  readonly sessions: readonly LighterSession[]
}

type Moment = { readonly now: Date; readonly rules: TrainingRules }

/**
 * Plans the way back after a break: planned sessions of the next weeks keep a share of their sets,
 * which grows week by week. Refuses with CONFLICT when there was no break.
 */
export function planReturn({ state, planned, applied, today }: ReturnSituation, { now, rules }: Moment): ReturnPlan {
  const gaps = breaksOn(state, today, rules)
  const breaks = gaps.filter(isBreak)
  if (breaks.length === 0) refuse('CONFLICT', whyNoReturn(gaps))
  const done = new Set(applied.flatMap(sessionsIn))
  const open = planned.filter(({ id, date }) => date >= today && !done.has(id))
  return { breaks, sessions: lighterSessions(open, (session) => comingBack(session, breaks, today, rules), now) }
}

/**
 * Returns the days on which a return may make sessions lighter, whatever day it is where the
 * athlete is.
 */
export function returnWindow({ now, rules }: Moment): { readonly from: string; readonly to: string } {
  const { from, to } = todayAnywhere(now)
  return { from, to: addDays(to, 7 * rules.layoff.transitionAfter.length) }
}

/** Returns the event of a return plan; nothing when no session became lighter. */
export function returnPlanEvents(
  { breaks, sessions }: ReturnPlan,
  on: string,
  { athleteId, now, rules }: Moment & { readonly athleteId: AthleteId },
): DomainEvent[] {
  if (sessions.length === 0) return []
  return [
    event('returnPlan.applied', athleteId, now, {
      on,
      breaks: breaks.map(({ category, gapDays, weeklySetMultipliers }) => ({
        category,
        gapDays,
        weeklySetMultipliers: [...weeklySetMultipliers],
      })),
      sessionIds: sessions.map(({ after }) => after.id),
      rulesVersion: rules.version,
    }),
  ]
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
