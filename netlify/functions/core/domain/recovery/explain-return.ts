import type { LighterSession } from '#domain/session/lighter-plan.js'
import { counted } from '#domain/values/in-words.js'
import { type CategoryBreak, isBreak } from './breaks.js'

/** Says why a session after a month away is whole. */
export const monthlySentence =
  'You come back about once a month; so this is a whole session and not a first easy one again.'

/** Explains the way back of a category in a sentence. */
export function explainBreak(gap: CategoryBreak): string {
  const { category, gapDays, monthly, factor, weeklySetMultipliers, retest } = gap
  if (monthly) return `You last trained ${category} ${counted(gapDays, 'day')} ago. ${monthlySentence}`
  if (!isBreak(gap)) return `You last trained ${category} ${counted(gapDays, 'day')} ago: go on where you were.`
  const weeks = weeklySetMultipliers.map((share) => `${Math.round(100 * share)} %`).join(', ')
  const kept = factor === 1 ? '' : ` Targets start at ${Math.round(100 * factor)} % of what they were.`
  const test = retest ? ' Test your level anew.' : ''
  return `You last trained ${category} ${counted(gapDays, 'day')} ago: come back with ${weeks} of the sets, week by week.${kept}${test}`
}

/** Says in a sentence how many planned sessions became lighter. */
export function explainReturnPlan({ sessions }: { readonly sessions: readonly LighterSession[] }): string {
  if (sessions.length === 0) return 'No planned session had to become lighter.'
  return `${sessions.length === 1 ? 'One planned session' : `${sessions.length} planned sessions`} became lighter.`
}

/** Says why nothing becomes lighter. */
export function whyNoReturn(gaps: readonly Pick<CategoryBreak, 'monthly'>[]): string {
  return gaps.some(({ monthly }) => monthly)
    ? monthlySentence
    : 'There was no break of two weeks or more: go on where you were.'
}
