import type { SessionExerciseId } from '#domain/values/id.schema.js'
import { foldAbility } from '../fold-ability.js'
import type { LoggedExercise, LoggedSession } from '../training-log.js'
import type { CategoryStanding, TrainingState } from '../training-state.js'
import { type Entry, observedEntries, placesOf } from './entries.js'
import { claimsTooMuch, isImplausible } from './held-entries.js'
import type { Judgement } from './judgement.js'

/** What a session teaches about abilities, before anything is decided. */
export type Learned = {
  readonly standings: readonly CategoryStanding[]
  /** The entries that the athlete should look at again. */
  readonly review: readonly LoggedExercise[]
  /** Those of them from which nothing may follow until then. */
  readonly held: ReadonlySet<SessionExerciseId>
}

/** Updates the standing of every category of a session, and finds what waits for review. */
export function learnFrom(
  state: TrainingState,
  session: LoggedSession,
  entries: readonly Entry[],
  judgement: Judgement,
): Learned {
  const byCategory = [...Map.groupBy(entries, ({ facts }) => facts.category).keys()]
  const parts = byCategory.map((category) => {
    const ofCategory = entries.filter(({ facts }) => facts.category === category)
    return learnCategory(state, session, ofCategory, category, judgement)
  })
  return {
    standings: parts.map(({ standing }) => standing),
    review: parts.flatMap(({ review }) => review),
    held: new Set(parts.flatMap(({ held }) => held.map(({ id }) => id))),
  }
}

function learnCategory(
  state: TrainingState,
  { date }: LoggedSession,
  entries: readonly Entry[],
  category: CategoryStanding['category'],
  { rules, amendments }: Judgement,
) {
  const before = state.categories.get(category)
  const isConfirmed = (entry: Entry) => placesOf(entry).some(({ id }) => amendments.confirmed.has(id))
  const confirmed = entries.some(isConfirmed)
  const implausible = entries.filter((entry) => !isConfirmed(entry) && isImplausible(entry, state, rules))
  const credible = observedEntries(entries, rules).filter(
    ({ exercise }) => !implausible.some((entry) => entry.exercise.id === exercise.id),
  )
  const { standing, review } = foldAbility(before, category, { date, exercises: credible, confirmed, rules })
  if (rules.judging.review === 'estimate') return { standing, review, held: [] }
  const surprising = entries.filter(
    (entry) =>
      !isConfirmed(entry) &&
      review.some(({ id }) => id === entry.exercise.id) &&
      claimsTooMuch(entry, before, date, rules),
  )
  const held = [...implausible, ...surprising].map(({ exercise }) => exercise)
  return { standing, review: held, held }
}
