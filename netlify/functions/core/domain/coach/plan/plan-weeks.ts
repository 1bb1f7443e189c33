import { strengthSlots } from '#domain/library/vocabulary.js'
import type { Steps } from '#domain/values/steps.js'
import type { CoachAthlete, DatedAbility, Day } from '../coach-athlete.js'
import type { CoachView } from '../coach-view.js'
import type { PlannedWeek, Recommendation, SlotWeek } from '../recommendation.js'
import { recommendSession } from '../session/recommend-session.js'
import { hardSetsOf, volumeOf } from '../session/weekly-volume.js'
import { asIfDone } from './as-if-done.js'

/** The first and the last day of a deload, both included. */
export type DeloadSpan = { readonly from: Day; readonly to: Day }

/** A block of weeks to plan; it begins on the day of the view. */
export type PlanRequest = {
  readonly weeks: number
  readonly minutes: number
  /** Training weeks since the last deload. */
  readonly weeksSinceDeload: number
  /** Deloads that run or were planned. */
  readonly deloads: readonly DeloadSpan[]
  /** On the way back from a break, the share of the sets in each week from the first; else empty. */
  readonly returnMultipliers: readonly number[]
}

/**
 * Plans weeks day by day, each as if everything before it was done: constant weeks, and one of
 * deload after six. A forecast: the estimate stays as it is today, readiness speaks for today alone,
 * and the plan is made anew after each session. One step a day.
 */
export function* planWeeks(view: CoachView, request: PlanRequest): Steps<PlannedWeek[]> {
  const weeks: PlannedWeek[] = []
  let { athlete } = view
  let { weeksSinceDeload } = request
  for (let index = 0; index < request.weeks; index += 1) {
    const from = view.day + 7 * index
    const isSoon = ({ from: first, to }: DeloadSpan) => to >= from && first <= from + view.rules.deload.daysAheadMax
    const due = !request.deloads.some(isSoon) && isDue(index, weeksSinceDeload, view)
    const isEasy = (day: Day) => due || request.deloads.some((span) => span.from <= day && day <= span.to)
    const returnMultiplier = request.returnMultipliers[index] ?? 1
    const monthlyReturns = index === 0 ? athlete.monthlyReturns : 0
    const start = { ...view, athlete: { ...athlete, returnMultiplier, monthlyReturns }, day: from }
    const planned = yield* planWeek(start, isEasy, request.minutes)
    weeks.push(planned.week)
    athlete = planned.athlete
    weeksSinceDeload = planned.week.deload ? 0 : weeksSinceDeload + 1
  }
  return weeks
}

/** An easier week is due after six weeks, and in the first one where the athlete is in one. */
function isDue(week: number, weeksSinceDeload: number, { athlete, rules }: CoachView): boolean {
  return (week === 0 && athlete.deload) || weeksSinceDeload >= rules.coach.block.weeksBeforeDeload
}

/** Plans the week that begins with the day of a view, and tells how the athlete comes out of it. */
function* planWeek(
  first: CoachView,
  isEasy: (day: Day) => boolean,
  minutes: number,
): Steps<{ week: PlannedWeek; athlete: CoachAthlete }> {
  const days: Recommendation[] = []
  let morning = first
  let deload = false
  for (;;) {
    const today = { ...morning, athlete: { ...morning.athlete, deload: isEasy(morning.day) } }
    deload ||= today.athlete.deload
    const recommendation = recommendSession(today, { minutes, force: false })
    days.push(recommendation)
    const evening = { ...today, athlete: afterDay(recommendation, today, minutes) }
    yield
    morning = nextMorning(evening)
    if (days.length < 7) continue
    const week = { startsOn: first.day, deload, days, slots: slotWeeks(evening) }
    return { week, athlete: morning.athlete }
  }
}

/**
 * Returns what the coach sees a day later. Who trains on does not get weaker: what is estimated
 * stays as it is, and so it is as old as it was.
 */
function nextMorning(view: CoachView): CoachView {
  const { athlete } = view
  const [categories, slots] = [aDayLater(athlete.categories), aDayLater(athlete.slots)]
  return { ...view, athlete: { ...athlete, categories, slots, band: null }, day: view.day + 1 }
}

function aDayLater<Key>(abilities: ReadonlyMap<Key, DatedAbility>): Map<Key, DatedAbility> {
  return new Map([...abilities].map(([key, known]) => [key, { ...known, day: known.day + 1 }]))
}

/**
 * Returns the athlete after a day. Of a session that is planned already only the day is known: it
 * counts as what would be recommended.
 */
function afterDay(recommendation: Recommendation, today: CoachView, minutes: number): CoachAthlete {
  if (recommendation.kind !== 'planned') return asIfDone(recommendation, today)
  const open = { ...today, athlete: { ...today.athlete, planned: [] } }
  const meant = asIfDone(recommendSession(open, { minutes, force: true }), open)
  return { ...meant, planned: today.athlete.planned, trained: [...today.athlete.trained, today.day] }
}

/**
 * Returns the hard sets of each slot in the week that ends with the day of a view, against its
 * target and its cap.
 */
export function slotWeeks(view: CoachView): SlotWeek[] {
  return strengthSlots.map((slot) => {
    const { target, boost, cap } = volumeOf(slot, view)
    return { slot, hardSets: hardSetsOf(slot, view), target: target * boost, cap }
  })
}
