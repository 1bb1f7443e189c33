import { setLoad } from '#domain/effort/set-load.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import { sum } from '#domain/values/statistics.js'
import type { Modifier } from '../coach-athlete.js'
import type { CoachView } from '../coach-view.js'
import type { SessionRule } from '../recommendation.js'
import { isLater } from './balance-sets.js'
import { type Choice, type Draft, type Part, targetsIn, withOneSetLess } from './draft.js'

type GuardRule = Extract<SessionRule, { id: 'load.spike_guard' }>

/** A session that the guard has looked at, and a rule for each category from which sets went. */
export type Guarded = { readonly draft: Draft; readonly rules: readonly GuardRule[] }

/**
 * Keeps the load of each category near the largest of the last sessions, so that a plan does not
 * set off its own alarm: sets go, from the exercise whose first set is the heaviest, until two are
 * left of each. It has no say before three sessions.
 */
export function guardAgainstSpikes(draft: Draft, view: CoachView): Guarded {
  return categories.reduce<Guarded>(
    (guarded, category) => {
      const largest = largestLoad(category, view)
      return largest === null ? guarded : guardCategory(guarded, category, largest, view)
    },
    { draft, rules: [] },
  )
}

function guardCategory(guarded: Guarded, category: Category, largest: number, view: CoachView): Guarded {
  const threshold = view.rules.coach.session.spikeRatioMax
  const draft = lightened(guarded.draft, category, largest * threshold, view)
  if (draft === guarded.draft) return guarded
  const before = loadOf(guarded.draft, category, view)
  const after = loadOf(draft, category, view)
  const rule: GuardRule = { id: 'load.spike_guard', category, before, after, largest, threshold }
  return { draft, rules: [...guarded.rules, rule] }
}

function lightened(draft: Draft, category: Category, loadMax: number, view: CoachView): Draft {
  const { tolerance } = view.rules.load.spike
  if (loadOf(draft, category, view) <= loadMax + tolerance) return draft
  const { least } = view.rules.coach.session.sets
  const longer = draft.filter(({ choice, sets }) => choice.exercise.category === category && sets > least)
  const [first, ...others] = longer
  if (!first) return draft
  const heaviest = others.reduce((most, part) => (losesFirst(part, most, view) ? part : most), first)
  return lightened(withOneSetLess(draft, heaviest.choice.key), category, loadMax, view)
}

function losesFirst(part: Part, other: Part, view: CoachView): boolean {
  const difference = firstSetLoad(part.choice, view) - firstSetLoad(other.choice, view)
  return difference > 0 || (difference === 0 && isLater(part, other))
}

/** Returns the largest load of a category in the last days; null before there are enough sessions. */
function largestLoad(category: Category, { athlete, day, rules }: CoachView): number | null {
  const { priorDays, referenceSessionsMin } = rules.load.spike
  const loads = athlete.loads
    .filter((load) => load.category === category && load.day < day && load.day >= day - priorDays)
    .map(({ timeLoad }) => timeLoad)
  return loads.length < referenceSessionsMin ? null : Math.max(...loads)
}

/** Returns the time load of the planned sets of a category, in kilogram-seconds. */
export function loadOf(draft: Draft, category: Category, view: CoachView): number {
  const parts = draft.filter(({ choice }) => choice.exercise.category === category)
  return sum(parts.flatMap((part) => targetsIn(part).map((target) => timeLoad(part.choice, target, view))))
}

function firstSetLoad(choice: Choice, view: CoachView): number {
  return loadOf([{ choice, sets: 1 }], choice.exercise.category, view)
}

function timeLoad({ exercise, beyond }: Choice, target: number, { athlete, rules }: CoachView): number {
  const { bodyMassFraction, tempo, metric, unilateral } = exercise
  const amount = metric === 'reps' ? { reps: target } : { durationSeconds: target }
  const addedKg = addedKgOf(beyond.modifier)
  const load = setLoad({ bodyMassFraction, bodyMassKg: athlete.bodyMassKg, addedKg, tempo, amount }, rules)
  return (unilateral ? rules.coach.session.sidesInLoad : 1) * load.timeLoadKgSeconds
}

/** Returns the kilograms that a modifier adds. */
export function addedKgOf(modifier: Modifier): number {
  return modifier.startsWith('load:') ? Number(modifier.slice('load:'.length)) : 0
}
