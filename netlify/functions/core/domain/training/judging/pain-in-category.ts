import { daysBetween } from '#domain/calendar/days-between.js'
import type { Category, PainSite } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedSession } from '../training-log.js'
import type { Draft, PainBySite, TrainingState } from '../training-state.js'
import { type Entry, placesOf } from './entries.js'

type Noted = Pick<Draft, 'redPain' | 'painLately'>

/** Notes the categories in which a session raised a red flag of pain. */
export function notePain(
  draft: Noted,
  { date }: Pick<LoggedSession, 'date'>,
  entries: readonly Entry[],
  rules: TrainingRules,
): void {
  for (const [category, own] of Map.groupBy(entries, ({ facts }) => facts.category)) {
    notePainOf(draft, category, date, worstBySite(own), rules)
  }
}

/**
 * Notes what hurt in a category on a day. Strong pain raises a red flag, and so does noticeable pain at a
 * place that hurt in one of the sessions before as well (PAIN_HIGH and PAIN_PERSISTENT of the warnings).
 */
export function notePainOf(
  noted: Noted,
  category: Category,
  date: string,
  pains: PainBySite,
  { progression, flags: { painPersistent } }: TrainingRules,
): void {
  const lately = [...(noted.painLately.get(category) ?? []), pains].slice(-painPersistent.sessions)
  noted.painLately.set(category, lately)
  const hurtsAt = (site: PainSite | null) => (one: PainBySite) => (one.get(site) ?? 0) >= painPersistent.painMin
  const isRed = [...pains].some(([site, pain]) => {
    const isBack = hurtsAt(site)(pains) && lately.filter(hurtsAt(site)).length >= painPersistent.timesMin
    return pain > progression.pain.stopAbove || isBack
  })
  if (isRed) noted.redPain.set(category, date)
}

function worstBySite(entries: readonly Entry[]): PainBySite {
  const worst = new Map<PainSite | null, number>()
  for (const { pain, painSite } of entries.flatMap(placesOf).flatMap(({ sets }) => sets)) {
    worst.set(painSite, Math.max(worst.get(painSite) ?? 0, pain ?? 0))
  }
  return worst
}

/**
 * Tells whether a red flag of pain of the last days, today included, holds a category where it is. It
 * is no diagnosis: what hurt in one exercise may hurt in its neighbours.
 */
export function isPainful(
  { redPain }: Pick<TrainingState, 'redPain'>,
  category: Category,
  today: string,
  { judging: { pain } }: TrainingRules,
): boolean {
  const on = redPain.get(category)
  return pain.holds === 'category' && on !== undefined && daysBetween(on, today) < pain.days
}
