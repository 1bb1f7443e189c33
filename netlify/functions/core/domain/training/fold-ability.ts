import { type Ability, initialAbility } from '#domain/ability/ability.js'
import { ageAbility } from '#domain/ability/age-ability.js'
import type { AbilityObservation } from '#domain/ability/measurement.js'
import { updateAbility, updateAbilityConfirmed } from '#domain/ability/update-ability.js'
import { daysSince } from '#domain/calendar/days-between.js'
import { mostTellingSet } from '#domain/effort/estimate-max.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { performedSets } from './performance.js'
import type { LoggedExercise } from './training-log.js'
import type { CategoryStanding } from './training-state.js'

export type CategoryWork = {
  readonly date: string
  readonly exercises: readonly { exercise: LoggedExercise; facts: LibraryFacts }[]
  /** Whether the athlete has confirmed an entry of this session that was held for review. */
  readonly confirmed: boolean
  readonly rules: TrainingRules
}

/**
 * Updates the standing in one category by a session, and lists the exercises that the athlete
 * should look at again.
 */
export function foldAbility(
  standing: CategoryStanding | undefined,
  category: CategoryStanding['category'],
  work: CategoryWork,
): { standing: CategoryStanding; review: LoggedExercise[] } {
  const { date, rules, confirmed } = work
  const observed = work.exercises.flatMap((entry) => {
    const observation = observationOf(entry.exercise, entry.facts, rules)
    return observation ? [{ exercise: entry.exercise, observation }] : []
  })
  const aged = abilityOn(standing, date, rules)
  const observations = observed.map(({ observation }) => observation)
  const update = (confirmed ? updateAbilityConfirmed : updateAbility)(aged, observations, rules)
  const used = observed.length > update.held.length
  return {
    standing: {
      category,
      ability: used ? update.ability : (standing?.ability ?? aged),
      observedOn: used ? date : (standing?.observedOn ?? null),
      sessionsCount: (standing?.sessionsCount ?? 0) + 1,
      lastSessionOn: date,
    },
    review: update.review.flatMap((index) => observed[index]?.exercise ?? []),
  }
}

/** Returns the ability on a day, aged once from the day of its last observation. */
export function abilityOn(
  standing: Pick<CategoryStanding, 'ability' | 'observedOn'> | undefined,
  date: string,
  rules: TrainingRules,
): Ability {
  if (!standing) return initialAbility(null, rules)
  if (standing.observedOn === null) return standing.ability
  return ageAbility(standing.ability, daysSince(standing.observedOn, date), rules)
}

/**
 * Returns what an exercise of a session tells about the ability: its most telling unassisted set;
 * null when there is none.
 */
export function observationOf(
  exercise: LoggedExercise,
  facts: Pick<LibraryFacts, 'metric'>,
  rules: TrainingRules,
): AbilityObservation | null {
  const telling = mostTellingSet(performedSets(exercise, facts.metric, rules), rules)
  const defaultAmount = exercise.standard.sets[0]
  if (!telling || defaultAmount === undefined) return null
  return { ...telling, difficulty: exercise.standard.difficulty, defaultAmount }
}
