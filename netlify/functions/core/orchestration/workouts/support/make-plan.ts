import { atOwnPace } from '#domain/coach/advice/own-pace.js'
import type { CoachView } from '#domain/coach/coach-view.js'
import { blockOf } from '#domain/coach/plan/block-of.js'
import { planWeeks } from '#domain/coach/plan/plan-weeks.js'
import { dayOf } from '#domain/coach/reading/day-number.js'
import type { PlannedWeek } from '#domain/coach/recommendation.js'
import type { Context } from '#orchestration/context.js'
import type { Coached } from './read-coached.js'

/** Weeks to come, and how the coach sees the athlete on the first day. */
export type Plan = { readonly view: CoachView; readonly weeks: readonly PlannedWeek[] }

/** Plans weeks from the day that was asked about; the same facts and wishes make the same plan. */
export async function makePlan(
  { rules, work }: Pick<Context, 'rules' | 'work'>,
  { inputs, training }: Pick<Coached<[]>, 'inputs' | 'training'>,
  weeks: number,
): Promise<Plan> {
  const { question, athlete, ownPaces } = inputs
  const block = blockOf(training.state, question.date, rules)
  const library = atOwnPace(training.library, ownPaces)
  const view: CoachView = { athlete, library, day: dayOf(question.date), rules }
  return { view, weeks: await work(planWeeks(view, { weeks, minutes: question.minutes, ...block })) }
}
