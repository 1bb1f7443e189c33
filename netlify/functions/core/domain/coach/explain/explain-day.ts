import { monthlySentence } from '#domain/recovery/explain-return.js'
import { counted } from '#domain/values/in-words.js'
import type { DayRule, Recommendation, SessionRule } from '../recommendation.js'
import { type CoachReason, reasonOf } from './coach-reason.js'
import { aboutPercent } from './coach-words.js'

/** What makes a day one of recovery: nothing else of its rules came to anything. */
const ofRecovery: readonly SessionRule['id'][] = ['ready.red', 'day.nothing_to_train']

/** Explains what a day is for, then what shaped its session; each fact in one sentence. */
export function explainRecommended({ kind, rules }: Pick<Recommendation, 'kind' | 'rules'>): CoachReason[] {
  const [day, ...session] = rules
  if (kind !== 'recovery') return [explainDay(day), ...session.map(explainSession)]
  const asked = day.id === 'day.train' && day.forced ? [explainDay(day)] : []
  return [...asked, ...session.filter(({ id }) => ofRecovery.includes(id)).map(explainSession)]
}

/** Explains what a day is for. */
export function explainDay(rule: DayRule): CoachReason {
  return reasonOf(rule, daySentence(rule))
}

function daySentence(rule: DayRule): string {
  switch (rule.id) {
    case 'day.planned_session':
      return 'A session is planned for this day: do that one.'
    case 'day.done':
      return 'You have trained on this day already: that is enough.'
    case 'day.week_full':
      return `You trained on ${counted(rule.sessions, 'day')} of the last 6, and want ${rule.threshold} a week: rest.`
    case 'day.no_full_body_two_days_running':
      return 'You trained the whole body yesterday: it needs a day between two sessions.'
    case 'day.three_in_a_row':
      return `You trained on the ${rule.daysInARow} days before this one: rest.`
    case 'day.train':
      return rule.forced
        ? 'This would be a day of rest; you asked for a session.'
        : `A day to train: you do so on ${counted(rule.daysPerWeek, 'day')} a week.`
    default:
      return rule satisfies never
  }
}

/** Explains what shaped a session as a whole. */
export function explainSession(rule: SessionRule): CoachReason {
  return reasonOf(rule, sessionSentence(rule))
}

function sessionSentence(rule: SessionRule): string {
  switch (rule.id) {
    case 'ready.red':
      return 'Your readiness is low today: move a little and easily, and train another day.'
    case 'ready.amber':
      return `Your readiness is middling today: one set less of each exercise, none above RPE ${rule.rpeCap}, and no skills.`
    case 'day.nothing_to_train':
      return 'Everything hurts, is tired or had its sets: move a little and easily today.'
    case 'week.deload':
      return `This is an easier week: ${aboutPercent(rule.multiplier)} of the usual sets, none above RPE ${rule.rpeCap}.`
    case 'week.return':
      return `You are on your way back from a break: ${aboutPercent(rule.multiplier)} of the usual sets.`
    case 'week.monthly_return':
      return monthlySentence
    case 'week.split':
      return `On ${rule.threshold + 1} or more days a week the halves of the body take turns: today the ${rule.half} one, which lacks more.`
    case 'load.spike_guard':
      return `The first plan was more for ${rule.category} than the largest session of the last 30 days by more than ${aboutPercent(rule.threshold - 1)}, so sets were taken off.`
    default:
      return rule satisfies never
  }
}
