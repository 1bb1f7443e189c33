import { isModified } from '#domain/effort/modifier.schema.js'
import { exerciseIn, type Library, type LibraryFacts } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise, LoggedSession } from '../training-log.js'
import { countedSets } from './rounds.js'

/** What a session holds of an exercise: its first entry, with the sets of all entries. */
export type Entry = {
  readonly exercise: LoggedExercise
  readonly facts: LibraryFacts
  /** The further entries of the exercise, which are judged at the first. */
  readonly others: readonly LoggedExercise[]
}

/**
 * Lists what is judged of a session, in its order: exercises of which something was done. Two entries
 * of an exercise with one modifier are one, so that nothing is mastered twice in a day.
 */
export function entriesOf({ exercises }: LoggedSession, library: Library, rules: TrainingRules): Entry[] {
  const trained = exercises
    .filter(({ sets }) => countedSets(sets, rules).length > 0)
    .toSorted((a, b) => a.order - b.order)
  const groups =
    rules.judging.together === 'entry' ? trained.map((entry) => [entry]) : [...Map.groupBy(trained, placeOf).values()]
  return groups.flatMap(([first, ...others]) => {
    if (first === undefined) return []
    return [{ exercise: joined(first, others, rules), facts: exerciseIn(library, first.exerciseId), others }]
  })
}

/** Returns every session exercise that an entry stands for. */
export function placesOf({ exercise, others }: Entry): LoggedExercise[] {
  return [exercise, ...others]
}

/**
 * Lists the entries as an estimate of ability looks at them: what a modifier makes harder is in the
 * difficulty. Added mass is in the sets.
 */
export function observedEntries(entries: readonly Entry[], rules: TrainingRules): Entry[] {
  if (rules.judging.modifiers === 'left-out') return [...entries]
  return entries.map((entry) => {
    const { exercise } = entry
    const difficulty = exercise.standard.difficulty + levelsOf(exercise, rules)
    return { ...entry, exercise: { ...exercise, standard: { ...exercise.standard, difficulty } } }
  })
}

function levelsOf({ modifier }: LoggedExercise, { coach: { beyond } }: TrainingRules): number {
  if (!isModified(modifier)) return 0
  if (modifier === 'tempo') return beyond.tempo
  return modifier === 'tempo_pause' ? beyond.tempoPause : 0
}

function placeOf({ exerciseId, modifier }: LoggedExercise): string {
  return `${exerciseId} ${modifier}`
}

/** Puts the plans and the sets of later entries behind those of the first. */
function joined(first: LoggedExercise, others: readonly LoggedExercise[], { judging }: TrainingRules): LoggedExercise {
  let last = lastNumber(first.sets)
  const further = others.flatMap(({ sets }) => {
    const behind = sets.map((set) => ({ ...set, setNumber: last + set.setNumber }))
    last = lastNumber(behind)
    return behind
  })
  return {
    ...first,
    targets: [first, ...others].flatMap(({ targets }) => targets).slice(0, judging.plannedSetsMax),
    sets: [...first.sets, ...further],
  }
}

function lastNumber(sets: LoggedExercise['sets']): number {
  return Math.max(...sets.map(({ setNumber }) => setNumber))
}
