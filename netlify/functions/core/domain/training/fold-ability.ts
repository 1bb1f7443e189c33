import { asOneMoreAbove } from '#domain/ability/two-hypotheses/hypotheses.js'
import type { SessionObservation } from '#domain/ability/two-hypotheses/reading.js'
import { updateHypotheses } from '#domain/ability/two-hypotheses/update-hypotheses.js'
import { updateAbility, updateAbilityConfirmed } from '#domain/ability/update-ability.js'
import { mostTellingSet } from '#domain/effort/estimate-max.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { atItsLimit } from './judging/at-its-limit.js'
import { cappedObservation } from './judging/capped-observation.js'
import { performedSets } from './judging/observed-sets.js'
import { type Estimated, estimatedBy, gaussianOn, hypothesesOn, startAt } from './known-ability.js'
import type { LoggedExercise } from './training-log.js'
import type { CategoryStanding } from './training-state.js'

export type CategoryWork = {
  readonly date: string
  readonly exercises: readonly { exercise: LoggedExercise; facts: Pick<LibraryFacts, 'metric' | 'slot'> }[]
  /** Whether the athlete has confirmed an entry of this session that was held for review. */
  readonly confirmed: boolean
  readonly rules: TrainingRules
}

/** An exercise of the session with what it tells. */
type Observed = { readonly exercise: LoggedExercise; readonly observation: SessionObservation }

/** What a session makes of an ability; null when nothing of it was used. */
type Learned = { readonly estimated: Estimated | null; readonly review: LoggedExercise[] }

/**
 * Updates the standing in one category by a session, and lists the exercises that the athlete
 * should look at again.
 */
export function foldAbility(
  standing: CategoryStanding | undefined,
  category: CategoryStanding['category'],
  work: CategoryWork,
): { standing: CategoryStanding; review: LoggedExercise[] } {
  const { date, rules } = work
  const observed = work.exercises.flatMap(({ exercise, facts }): Observed[] => {
    const observation = tellsOfCategory(facts, rules) ? observationOf(exercise, facts, rules) : null
    return observation ? [{ exercise, observation }] : []
  })
  const learn = rules.ability.model === 'one-gaussian' ? learnGaussian : learnHypotheses
  const { estimated, review } = learn(standing, observed, work)
  const { ability, hypotheses } = estimated ?? standing ?? startAt(null, rules)
  return {
    standing: {
      category,
      ability,
      hypotheses,
      observedOn: estimated ? date : (standing?.observedOn ?? null),
      sessionsCount: (standing?.sessionsCount ?? 0) + 1,
      lastSessionOn: date,
    },
    review,
  }
}

/** Learns by the first model: what lies too far from what is known is held, and not used. */
function learnGaussian(
  standing: CategoryStanding | undefined,
  observed: readonly Observed[],
  { date, confirmed, rules }: CategoryWork,
): Learned {
  const observations = observed.map(({ observation }) => observation)
  const update = (confirmed ? updateAbilityConfirmed : updateAbility)(
    gaussianOn(standing, date, rules),
    observations,
    rules,
  )
  return {
    estimated: observed.length > update.held.length ? { ability: update.ability, hypotheses: null } : null,
    review: update.review.flatMap((index) => observed[index]?.exercise ?? []),
  }
}

/**
 * Learns by the second model: everything is used, what lies far off is cut. What the athlete has
 * confirmed is not asked about again, and needs no second session to be believed.
 */
function learnHypotheses(
  standing: CategoryStanding | undefined,
  observed: readonly Observed[],
  { date, confirmed, rules }: CategoryWork,
): Learned {
  if (observed.length === 0) return { estimated: null, review: [] }
  const known = hypothesesOn(standing, date, rules)
  const update = updateHypotheses(
    confirmed ? asOneMoreAbove(known) : known,
    observed.map(({ observation }) => observation),
    rules,
  )
  return {
    estimated: estimatedBy(update.hypotheses, rules),
    review: observed.flatMap(({ exercise, observation }) =>
      !confirmed && update.review.has(observation.exercise) ? [exercise] : [],
    ),
  }
}

/** Tells whether an exercise says anything of the ability in its category. */
export function tellsOfCategory({ slot }: Pick<LibraryFacts, 'slot'>, rules: TrainingRules): boolean {
  return !rules.ability.silentSlots.includes(slot)
}

/**
 * Returns what an exercise of a session tells about the ability: its most telling unassisted set;
 * null when there is none.
 */
export function observationOf(
  exercise: LoggedExercise,
  facts: Pick<LibraryFacts, 'metric'>,
  rules: TrainingRules,
): SessionObservation | null {
  const sets = performedSets(exercise, facts.metric, rules)
  const telling = mostTellingSet(sets, rules)
  const defaultAmount = exercise.standard.sets[0]
  if (!telling || defaultAmount === undefined) return null
  const observation = {
    ...atItsLimit(telling, sets, rules),
    exercise: exercise.exerciseId,
    difficulty: exercise.standard.difficulty,
    defaultAmount,
  }
  return cappedObservation(observation, rules)
}
