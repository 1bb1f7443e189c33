import { estimateMax } from '#domain/effort/estimate-max.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { countedRounds } from '#domain/training/judging/rounds.js'
import type { TrainingDecision } from '#domain/training/training-state.js'
import type { Day } from '../coach-athlete.js'
import { startOfOffset } from '../estimate.js'
import type { ExerciseNotes } from './coach-notes.js'
import type { SeenExercise, SeenObservation } from './seen-exercise.js'

/** Notes that an exercise was trained, and whether its best estimated maximum rose. */
export function noteTrained(
  before: ExerciseNotes,
  day: Day,
  { observation, entries }: Pick<SeenExercise, 'observation' | 'entries'>,
  rules: TrainingRules,
): ExerciseNotes {
  const modifier = entries.at(-1)?.modifier ?? 'none'
  const lastSets = entries.flatMap(({ sets }) => countedRounds(sets, rules).map(({ amount }) => amount))
  const trained = { ...before, told: null, lastOn: day, lastSets, modifier }
  const maximum = observation === null || observation.held ? 0 : unmodifiedMax(observation, rules)
  if (maximum <= before.best * (1 + rules.coach.rung.gainShare))
    return { ...trained, sessionsWithoutGain: before.sessionsWithoutGain + 1 }
  return { ...trained, best: maximum, gainOn: day, sessionsWithoutGain: 0 }
}

/** Notes that a decision took an exercise back. */
export function noteTakenBack(before: ExerciseNotes, { decision }: TrainingDecision, day: Day): ExerciseNotes {
  if (decision === 'swap_down') return { ...before, regressedOn: day, swappedDownOn: day }
  return decision === 'regress' ? { ...before, regressedOn: day } : before
}

/** Returns what is noted of an exercise before the first session. */
export function noExerciseNotes(rules: TrainingRules): ExerciseNotes {
  return {
    offset: startOfOffset(rules),
    told: null,
    lastOn: null,
    lastSets: [],
    modifier: 'none',
    best: 0,
    gainOn: null,
    sessionsWithoutGain: 0,
    regressedOn: null,
    swappedDownOn: null,
  }
}

/** Returns the most, in reps or seconds, that the athlete could have done without a modifier. */
function unmodifiedMax(observation: SeenObservation, rules: TrainingRules): number {
  return estimateMax(observation, rules).estimate * Math.exp(rules.ability.kappa * observation.modifierLevels)
}
