import { daysSince } from '#domain/calendar/days-between.js'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import { layoff } from '#domain/progression/layoff.js'
import { gapThatCounts } from '#domain/progression/monthly-returns.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ExerciseStanding, TrainingState } from '#domain/training/training-state.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { CoachStanding } from '../coach-athlete.js'
import type { CoachExercise, CoachLibrary } from '../coach-exercise.js'
import { newStanding } from '../estimate.js'
import type { ExerciseNotes } from './coach-notes.js'

type Known = {
  readonly state: TrainingState
  /** How often in a row the athlete came back after a month. */
  readonly monthlyReturns: number
}

/** Where an athlete stands in each exercise of which anything is known. */
export function standingsOf(
  {
    notes,
    library,
    ...known
  }: Known & { readonly notes: ReadonlyMap<ExerciseId, ExerciseNotes>; readonly library: CoachLibrary },
  today: string,
  rules: TrainingRules,
): Map<ExerciseId, CoachStanding> {
  const { exercises } = known.state
  const ids = new Set([...exercises.keys(), ...notes.keys()])
  return new Map(
    [...ids].map((id) => {
      const exercise = exerciseIn(library, id)
      const standing = { ...newStanding(rules), ...notedIn(notes.get(id)) }
      const stored = exercises.get(id)
      if (!stored) return [id, standing]
      const { modifier, working } = lastWorking(stored, standing.modifier)
      const kept = workingOn(exercise, { ...stored, working }, known, today, rules)
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
  { state, monthlyReturns }: Known,
  today: string,
  rules: TrainingRules,
): CoachStanding['working'] {
  if (working === null) return null
  const lastOn = state.categories.get(category)?.lastSessionOn ?? lastSessionOn ?? today
  const gapDays = gapThatCounts(daysSince(lastOn, today), monthlyReturns, rules)
  return layoff({ metric, defaults, working, gapDays }, rules).working
}
