import type { CoachView } from '../coach-view.js'
import { type Choice, type Draft, setsIn, withSets } from './draft.js'
import { fitsInto, type SessionTime } from './session-time.js'
import type { SlotVolume } from './weekly-volume.js'

/** A choice for a strength slot, and how much the slot was trained and should be. */
export type Filling = { readonly choice: Choice; readonly volume: SlotVolume }

/**
 * Fills a session: each slot with its first sets, whatever fits into the time; then, in the same
 * order, a set more for each, up to what a session's share of the week is, and never beyond the
 * week's cap.
 *
 * @param begun what stands in the session already.
 */
export function fillSession(
  begun: Draft,
  fillings: readonly Filling[],
  setsAtFirst: number,
  view: CoachView,
  time: SessionTime,
): Draft {
  let draft = begun
  for (const { choice } of fillings) draft = withSetsIfTime(draft, choice, setsAtFirst, time)
  for (let sets = setsAtFirst + 1; sets <= view.rules.coach.session.setsMaxBoosted; sets += 1) {
    for (const { choice, volume } of fillings) {
      const isNext = setsIn(draft, choice.key) === sets - 1
      if (isNext && sets <= setsMax(volume, view)) draft = withSetsIfTime(draft, choice, sets, time)
    }
  }
  return draft
}

/** Returns the most sets of a slot in one session. */
export function setsMax({ target, boost, done, cap }: SlotVolume, { athlete, rules }: CoachView): number {
  const { session, week } = rules.coach
  const isSplit = athlete.daysPerWeek > week.fullBodyDaysMax
  const sessionsPerWeek = isSplit ? athlete.daysPerWeek / 2 : athlete.daysPerWeek
  const share = Math.ceil((target * boost) / sessionsPerWeek)
  return Math.min(boost > 1 ? session.setsMaxBoosted : session.setsMax, share, cap - done)
}

function withSetsIfTime(draft: Draft, choice: Choice, sets: number, time: SessionTime): Draft {
  const longer = withSets(draft, choice, sets)
  return fitsInto(longer, time) ? longer : draft
}
