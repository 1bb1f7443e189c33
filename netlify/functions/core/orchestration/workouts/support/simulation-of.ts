import { exerciseByKey, type LibraryFacts } from '#domain/library/library-facts.js'
import { type SetPrescription, targetsOf } from '#domain/library/sets.schema.js'
import { setsFaults } from '#domain/library/sets-faults.js'
import { type Fault, refuse, refuseFaults } from '#domain/refusal.js'
import type { HypotheticalSession, Simulation } from '#domain/training/simulate.js'
import { type ExerciseStanding, nothingKnown, standingIn } from '#domain/training/training-state.js'
import { exerciseNotFound } from '#orchestration/refusals.js'
import type { Training } from '#orchestration/training/read-training.js'
import type { Simulate } from './simulation.schema.js'

/**
 * The simulation that a request asks for: what it does not say comes from the library and the
 * athlete's log. Refuses with EXERCISE_NOT_FOUND, METRIC_MISMATCH, or INVALID_INPUT when the
 * sessions are not in the order of their dates.
 */
export function simulationOf(request: Simulate, { library, state, athlete }: Training): Simulation {
  const exercise = exerciseByKey(library, request.exercise) ?? exerciseNotFound()
  refuseFaults(metricFaults(request, exercise))
  const own = request.state === undefined
  return {
    exercise,
    standard: request.standard ? targetsOf(request.standard) : exercise.defaults,
    standing: own ? standingIn(state, exercise.id) : standingOf(request.state, exercise, athlete.today),
    lastTrainedOn: own ? (state.categories.get(exercise.category)?.lastSessionOn ?? null) : null,
    deloads: own ? state.deloads : [],
    sessions: sessionsOf(request, athlete.today),
  }
}

function metricFaults({ standard, state, sessions }: Simulate, { metric }: LibraryFacts): Fault[] {
  const given: [string, readonly SetPrescription[] | undefined][] = [
    ['/standard', standard],
    ['/state/working', state?.working],
    ...sessions.map(({ sets }, index): [string, readonly SetPrescription[]] => [`/sessions/${index}/sets`, sets]),
  ]
  return given.flatMap(([pointer, sets]) => setsFaults(sets, metric, pointer))
}

function standingOf(given: Simulate['state'], { id }: LibraryFacts, today: string): ExerciseStanding {
  const { working, overStreak = 0, failStreak = 0, masteryCount = 0, mastered = false } = given ?? {}
  return {
    ...standingIn(nothingKnown, id),
    working: working ? targetsOf(working) : null,
    overStreak,
    failStreak,
    masteryCount,
    masteredAt: mastered ? `${today}T00:00:00.000Z` : null,
  }
}

function sessionsOf({ sessions }: Simulate, today: string): HypotheticalSession[] {
  const dated: HypotheticalSession[] = []
  const faults: Fault[] = []
  for (const [index, { date, sets, rpeLast = null, pain = 0, assisted = false }] of sessions.entries()) {
    const before = dated.at(-1)?.date
    const on = date ?? before ?? today
    if (before !== undefined && on < before)
      faults.push({ pointer: `/sessions/${index}/date`, code: 'OUT_OF_ORDER', detail: `lies before ${before}` })
    dated.push({ date: on, actual: targetsOf(sets), rpeLast, pain, assisted })
  }
  if (faults.length > 0) refuse('INVALID_INPUT', 'Sessions must be in the order of their dates.', faults)
  return dated
}
