import type { PainSite, Slot, Tag } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { CoachExercise } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'

/** What hurts, and how much (0-10). */
export type SitePain = { readonly site: PainSite; readonly pain: number }

/** A slot or a tag that is barred, and the pain from which this holds. */
export type BarringEntry = {
  readonly what: { readonly slot: Slot } | { readonly tag: Tag }
  readonly threshold: number
}

/** What an exercise has that bars it. */
export type PainBar = SitePain & BarringEntry

/** What pain does to an exercise; what is barred is not eased. */
export type PainEffect = { readonly barred: boolean; readonly eased: boolean }

type Loaded = Pick<CoachExercise, 'slot' | 'tags'>

/** Returns what pain at a site does to an exercise: below 4 nothing. No diagnosis. */
export function painEffect(exercise: Loaded, hurt: SitePain, rules: TrainingRules): PainEffect {
  const barred = painBars(exercise, hurt, rules).length > 0
  return { barred, eased: !barred && easesSlot(exercise.slot, hurt, rules) }
}

/** Lists what bars an exercise while a site hurts: first its slot, then its tags. */
export function painBars(exercise: Loaded, hurt: SitePain, rules: TrainingRules): PainBar[] {
  return barringEntries(hurt, rules)
    .filter((entry) => concerns(entry, exercise))
    .map((entry) => ({ ...hurt, ...entry }))
}

/** Tells whether something that is barred is what an exercise is, or has. */
export function concerns({ what }: BarringEntry, { slot, tags }: Loaded): boolean {
  return 'slot' in what ? what.slot === slot : tags.includes(what.tag)
}

/** Tells whether a slot is trained more easily while a site hurts. */
export function easesSlot(slot: Slot, { site, pain }: SitePain, rules: TrainingRules): boolean {
  const { easedFrom, bySite } = rules.coach.pain
  return pain >= easedFrom && (bySite[site]?.eased.includes(slot) ?? false)
}

/** Returns the worst pain of each site in the last days, today included, in the order of the sites. */
export function currentPain({ athlete, day, rules }: CoachView): SitePain[] {
  const from = day - rules.coach.pain.days
  const worst = new Map<PainSite, number>()
  for (const { day: on, site, pain } of athlete.pain) {
    if (on > from && on <= day) worst.set(site, Math.max(pain, worst.get(site) ?? pain))
  }
  return [...worst]
    .map(([site, pain]) => ({ site, pain }))
    .toSorted((one, other) => compareCodePoints(one.site, other.site))
}

/** Returns the sites for which a slot is trained more easily. */
export function sitesEasing(slot: Slot, view: CoachView): SitePain[] {
  return currentPain(view).filter((hurt) => easesSlot(slot, hurt, view.rules))
}

/** Lists what bars an exercise now; empty when nothing does. */
export function barsOf(exercise: Loaded, view: CoachView): PainBar[] {
  return currentPain(view).flatMap((hurt) => painBars(exercise, hurt, view.rules))
}

/** Lists all that pain at a site bars. */
export function barringEntries({ site, pain }: SitePain, rules: TrainingRules): BarringEntry[] {
  const { easedFrom, barredFrom, bySite } = rules.coach.pain
  const effect = bySite[site]
  if (!effect) return []
  return [
    { entries: effect.barredFromHigh, threshold: barredFrom },
    { entries: effect.barred, threshold: easedFrom },
  ]
    .filter(({ threshold }) => pain >= threshold)
    .flatMap(({ entries: { slots, tags }, threshold }) => [
      ...slots.map((slot) => ({ what: { slot }, threshold })),
      ...tags.map((tag) => ({ what: { tag }, threshold })),
    ])
}
