import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { CoachAthlete, Day } from '../coach-athlete.js'
import type { DayKind, DayRule } from '../recommendation.js'

/** What decides what a day is for. */
export type DayFacts = Pick<CoachAthlete, 'trained' | 'planned' | 'daysPerWeek'>

/** What a day is for, and why. Readiness has its own word on a day to train. */
export type DayAnswer =
  | { readonly kind: Exclude<DayKind, 'recovery' | 'train'>; readonly rule: DayRule }
  | { readonly kind: 'train'; readonly rule: TrainRule }

export type TrainRule = Extract<DayRule, { id: 'day.train' }>

/** Answers what a day is for: what is planned or done already goes first, then rest. */
export function dayAnswer(facts: DayFacts, day: Day, rules: TrainingRules): DayAnswer {
  if (facts.planned.includes(day)) return { kind: 'planned', rule: { id: 'day.planned_session' } }
  if (facts.trained.includes(day)) return { kind: 'done_today', rule: { id: 'day.done' } }
  const rest = restRule(facts, day, rules)
  if (rest !== null) return { kind: 'rest', rule: rest }
  return { kind: 'train', rule: { id: 'day.train', daysPerWeek: facts.daysPerWeek, forced: false } }
}

function restRule({ trained, daysPerWeek }: DayFacts, day: Day, rules: TrainingRules): DayRule | null {
  const { sessionsMax, sessionDays, fullBodyDaysMax, daysInARow } = rules.coach.week
  const full = Math.min(daysPerWeek, sessionsMax)
  const sessions = daysBefore(day, sessionDays).filter((on) => trained.includes(on)).length
  if (sessions >= full) return { id: 'day.week_full', sessions, threshold: full }
  if (daysPerWeek <= fullBodyDaysMax) {
    if (!trained.includes(day - 1)) return null
    return { id: 'day.no_full_body_two_days_running', daysPerWeek, threshold: fullBodyDaysMax }
  }
  const before = daysTrainedBefore(trained, day)
  return before >= daysInARow ? { id: 'day.three_in_a_row', daysInARow: before, threshold: daysInARow } : null
}

function daysBefore(day: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => day - 1 - index)
}

/** Counts the days before a day that were trained without a gap. */
function daysTrainedBefore(trained: readonly Day[], day: Day): number {
  const days = new Set(trained)
  let count = 0
  while (days.has(day - 1 - count)) count += 1
  return count
}
