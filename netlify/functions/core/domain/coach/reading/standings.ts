import { daysSince } from '#domain/calendar/days-between.js'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import { layoff } from '#domain/progression/layoff.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ExerciseStanding, TrainingState } from '#domain/training/training-state.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { CoachStanding } from '../coach-athlete.js'
import type { CoachExercise, CoachLibrary } from '../coach-exercise.js'
import { newStanding } from '../estimate.js'
import type { ExerciseNotes } from './coach-notes.js'

/** Where an athlete stands in each exercise of which anything is known. */
export function standingsOf(
  state: TrainingState,
  notes: ReadonlyMap<ExerciseId, ExerciseNotes>,
  library: CoachLibrary,
  today: string,
  rules: TrainingRules,
): Map<ExerciseId, CoachStanding> {
  const known = new Set([...state.exercises.keys(), ...notes.keys()])
  return new Map(
    [...known].map((id) => {
      const exercise = exerciseIn(library, id)
      const standing = { ...newStanding(rules), ...notedIn(notes.get(id)) }
      const stored = state.exercises.get(id)
      if (!stored) return [id, standing]
      const { modifier, working } = lastWorking(stored, standing.modifier)
      const kept = workingOn(exercise, { ...stored, working }, state, today, rules)
      return [id, { ...standing, mastered: stored.masteredAt !== null, modifier, working: kept }]
    }),
  )
}

function notedIn(notes: ExerciseNotes | undefined): Partial<CoachStanding> {
  if (!notes) return {}
  const { best: _, ...known } = notes
  return known
}

/** Returns the working sets of how an exercise was done last: with its modifier, else as described. */
function lastWorking({ beyond, working }: ExerciseStanding, modifier: Modifier) {
  return beyond !== null && beyond.modifier === modifier
    ? { modifier, working: beyond.working }
    : { modifier: 'none' as const, working }
}

/** Returns the working sets on a day: a break takes some of them back. */
function workingOn(
  { category, metric, defaults }: CoachExercise,
  { working, lastSessionOn }: ExerciseStanding,
  { categories }: TrainingState,
  today: string,
  rules: TrainingRules,
): CoachStanding['working'] {
  if (working === null) return null
  const lastOn = categories.get(category)?.lastSessionOn ?? lastSessionOn ?? today
  return layoff({ metric, defaults, working, gapDays: daysSince(lastOn, today) }, rules).working
}
