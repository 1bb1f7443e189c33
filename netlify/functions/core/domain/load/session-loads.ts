import type { WorkedSet } from '#domain/effort/set.schema.js'
import { countSets, isCounted, timesDone } from '#domain/effort/set-counts.js'
import { type SetLoad, setLoad } from '#domain/effort/set-load.js'
import { exerciseIn, type Library, type LibraryFacts } from '#domain/library/library-facts.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { sum } from '#domain/values/statistics.js'
import { mapInSteps, type Steps } from '#domain/values/steps.js'
import { type BodyMassEntry, bodyMassOn } from './body-mass.js'
import type { PerCategory, PerformedSession, SessionLoads } from './performed-session.js'
import { sessionLoad } from './session-load.js'

/** What load needs to know about an exercise. */
type LoadFacts = Pick<LibraryFacts, 'category' | 'metric' | 'unilateral' | 'tempo' | 'bodyMassFraction'>

/** Computes the loads of sessions, each with the body mass as of its day (`bodyMassOn`). */
export function loadsOf(
  sessions: readonly PerformedSession[],
  library: Library,
  bodyMass: readonly BodyMassEntry[],
  rules: TrainingRules,
): Steps<SessionLoads[]> {
  return mapInSteps(sessions, (session) =>
    sessionLoads(session, library, bodyMassOn(bodyMass, session.date, rules), rules),
  )
}

/**
 * Computes the loads of a session from the body mass of its day; assistance is taken off the mass.
 * Warm-ups and drop sets are load, and no sets; how hard the session was is told by the sets.
 *
 * @throws Error when an exercise is not in the library.
 */
export function sessionLoads(
  session: PerformedSession,
  library: ReadonlyMap<ExerciseId, LoadFacts>,
  bodyMassKg: number,
  rules: TrainingRules,
): SessionLoads {
  const { id, date, completedAt, durationMinutes } = session
  const worked = session.exercises.map(({ exerciseId, tempo, sets }) => {
    const facts = exerciseIn(library, exerciseId)
    const loads = sets.map((set) => loadOf(set, facts, set.tempo ?? tempo ?? facts.tempo, bodyMassKg, rules))
    return { category: facts.category, loads, sets: countSets(sets) }
  })
  const setRpes = session.exercises.flatMap(({ sets }) => sets.filter(isCounted).map(({ rpe }) => rpe))
  return {
    id,
    date,
    completedAt,
    effort: effortOf(durationMinutes, setRpes),
    timeLoadKgSeconds: perCategory((category) =>
      sum(ofCategory(worked, category).flatMap(({ loads }) => loads.map((load) => load.timeLoadKgSeconds))),
    ),
    volumeLoadKgReps: sum(worked.flatMap(({ loads }) => loads.map((load) => load.volumeLoadKgReps ?? 0))),
    sets: perCategory((category) => sum(ofCategory(worked, category).map(({ sets }) => sets))),
    rpes: setRpes.filter((rpe) => rpe !== null),
  }
}

/** Computes a number for each category. */
export function perCategory(numberOf: (category: Category) => number): PerCategory {
  const [push, pull, squat] = categories
  return { [push]: numberOf(push), [pull]: numberOf(pull), [squat]: numberOf(squat) }
}

function ofCategory<Item extends { readonly category: Category }>(items: readonly Item[], category: Category): Item[] {
  return items.filter((item) => item.category === category)
}

/** Computes the session's load. Without a duration there is none, whatever was rated. */
function effortOf(minutes: number | null, setRpes: readonly (number | null)[]): SessionLoads['effort'] {
  if (minutes === null) return { load: null, estimated: null }
  return sessionLoad({ minutes, sessionRpe: null, setRpes })
}

function loadOf(
  set: WorkedSet,
  { bodyMassFraction, metric, unilateral }: LoadFacts,
  tempo: string,
  bodyMassKg: number,
  rules: TrainingRules,
): SetLoad {
  const amount = set.amount * timesDone(set, unilateral)
  const done = metric === 'reps' ? { reps: amount } : { durationSeconds: amount }
  return setLoad({ bodyMassFraction, bodyMassKg, addedKg: set.weightKg ?? 0, tempo, amount: done }, rules)
}
