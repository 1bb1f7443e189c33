import type { AbilityObservation } from '#domain/ability/measurement.js'
import { mostTellingSet } from '#domain/effort/estimate-max.js'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { observationOf } from '#domain/training/fold-ability.js'
import type { LoggedExercise, LoggedSession } from '#domain/training/training-log.js'
import type { CoachExercise, CoachLibrary } from '../coach-exercise.js'

/** An exercise of a session, whose entries are taken together. */
export type SeenExercise = {
  readonly exercise: CoachExercise
  readonly entries: readonly LoggedExercise[]
  /** The one set that speaks for it; null where none does. */
  readonly observation: SeenObservation | null
}

/** An observation whose difficulty has in it what a modifier added, in levels. */
export type SeenObservation = AbilityObservation & {
  readonly modifierLevels: number
  /** Whether it waits for the athlete's review, so that nothing follows from it alone. */
  readonly held: boolean
}

/** Tells whether more than a warm-up was done. */
function isTrained({ sets }: LoggedExercise): boolean {
  return sets.some(({ kind }) => kind !== 'warmup')
}

/**
 * Lists what a session shows of each exercise that was trained in it, in the order of the session:
 * two entries of one exercise are one observation.
 *
 * @param isHeld tells whether an entry waits for the athlete's review: another one speaks first.
 */
export function seenIn(
  session: LoggedSession,
  library: CoachLibrary,
  isHeld: (entry: LoggedExercise) => boolean,
  rules: TrainingRules,
): SeenExercise[] {
  const trained = session.exercises.filter(isTrained).toSorted((a, b) => a.order - b.order)
  const byExercise = Map.groupBy(trained, ({ exerciseId }) => exerciseId)
  return [...byExercise].map(([id, entries]) => {
    const exercise = exerciseIn(library, id)
    const observations = entries.flatMap((entry) => observationsOf(entry, exercise, isHeld(entry), rules))
    const told = observations.filter(({ held }) => !held)
    return { exercise, entries, observation: mostTellingSet(told, rules) ?? mostTellingSet(observations, rules) }
  })
}

function observationsOf(
  entry: LoggedExercise,
  exercise: CoachExercise,
  held: boolean,
  rules: TrainingRules,
): SeenObservation[] {
  const observation = observationOf(entry, exercise, rules)
  if (observation === null) return []
  const modifierLevels = levelsOf(entry.modifier, rules)
  return [{ ...observation, difficulty: observation.difficulty + modifierLevels, modifierLevels, held }]
}

/** Returns the levels that a modifier adds to a difficulty. Added mass is in the sets themselves. */
function levelsOf(modifier: Modifier, { coach }: TrainingRules): number {
  if (modifier === 'tempo') return coach.beyond.tempo
  return modifier === 'tempo_pause' ? coach.beyond.tempoPause : 0
}
