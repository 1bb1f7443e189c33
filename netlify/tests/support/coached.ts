import type { CoachAthlete } from '#domain/coach/coach-athlete.js'
import type { CoachExercise, CoachLibrary } from '#domain/coach/coach-exercise.js'
import type { CoachSettings } from '#domain/coach/coach-settings.js'
import { type CoachedAthlete, coachAthleteOf } from '#domain/coach/reading/coach-athlete-of.js'
import { takeNotes } from '#domain/coach/reading/take-notes.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { Directive, LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { exercise, libraryWith } from './training-logs.js'

/** An exercise of a small library as the coach knows it; its id is its slug. */
export function coachExercise(slug: string, more: Partial<Omit<CoachExercise, 'slug'>> = {}): CoachExercise {
  return {
    ...exercise(slug),
    slot: 'hpush',
    ladder: 'push-up',
    loadable: false,
    restSeconds: 90,
    prerequisites: [],
    equipment: [],
    ...more,
  }
}

/** What an athlete said who said nothing. */
export const nothingSaid: CoachSettings = {
  equipment: [],
  place: null,
  daysPerWeek: null,
  bodyMass: [],
  loadKg: 0,
  skills: [],
  dislikes: [],
  checkIns: [],
  plannedOn: [],
  deloadDeclinedUntil: null,
}

export type Coached = {
  readonly sessions: readonly LoggedSession[]
  readonly directives?: readonly Directive[]
  readonly settings?: Partial<CoachSettings>
}

/** Reads a training log as the coach does on a day, and why the week is easier. */
export function coachedOn(
  today: string,
  exercises: readonly CoachExercise[],
  { sessions, directives = [], settings = {} }: Coached,
): CoachedAthlete {
  const library: CoachLibrary = new Map(exercises.map((one) => [one.id, one]))
  const facts = libraryWith(...exercises.map((one) => ({ ...one, prerequisites: [], equipment: [] })))
  const trainingLog = { sessions, directives }
  const { notes, witness } = takeNotes(directives, library, rulesInForce)
  const state = inOneGo(deriveTraining(trainingLog, facts, ruleBook, witness))
  const training = { trainingLog, state, notes }
  return inOneGo(coachAthleteOf(training, library, { ...nothingSaid, ...settings }, today, rulesInForce))
}

/** The athlete of `coachedOn`. */
export function athleteOn(today: string, exercises: readonly CoachExercise[], coached: Coached): CoachAthlete {
  return coachedOn(today, exercises, coached).athlete
}
