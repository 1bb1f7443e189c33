import type { Modifier } from '#domain/effort/modifier.schema.js'
import type { LoggedSet } from '#domain/effort/set.schema.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise, LoggedSession } from '#domain/training/training-log.js'
import { idOf } from './ids.js'

/** A set as a test writes it: an amount, or an amount with what was special about it. */
export type GivenSet = number | (Partial<LoggedSet> & { readonly amount: number })

/** An entry of a session: sets are numbered in their order, unless they say otherwise. */
export type GivenEntry = {
  readonly exercise: string
  readonly sets: readonly GivenSet[]
  readonly targets?: readonly number[]
  readonly standard?: readonly number[]
  readonly difficulty?: number
  readonly modifier?: Modifier
  readonly bodyMassFraction?: number
  readonly bodyMassKg?: number
}

/** Makes a session that was completed under some rules; sets without a rating were done at RPE 8. */
export function loggedOn(date: string, rules: TrainingRules, ...entries: readonly GivenEntry[]): LoggedSession {
  return {
    id: idOf.session(`session ${date}`),
    date,
    completedAt: `${date}T18:00:00.000Z`,
    rulesVersion: rules.version,
    exercises: entries.map((entry, index) => loggedEntry(date, entry, index + 1)),
  }
}

function loggedEntry(date: string, entry: GivenEntry, order: number): LoggedExercise {
  const { standard = [6, 6, 6], targets = standard, difficulty = 2, modifier = 'none' } = entry
  const { bodyMassFraction = 0.94, bodyMassKg = 75 } = entry
  return {
    id: placeOf(entry.exercise, date, order),
    exerciseId: idOf.exercise(entry.exercise),
    order,
    targets,
    modifier,
    standard: { sets: standard, difficulty, bodyMassFraction, bodyMassKg },
    sets: entry.sets.map((given, index) => ({
      id: idOf.set(`${entry.exercise} ${date} ${order} ${index}`),
      setNumber: index + 1,
      side: null,
      kind: 'working',
      rpe: 8,
      weightKg: null,
      pain: null,
      painSite: null,
      ...(typeof given === 'number' ? { amount: given } : given),
    })),
  }
}

/** The place of an entry in its session. */
export const placeOf = (exercise: string, date: string, order = 1) =>
  idOf.sessionExercise(`${exercise} ${date} ${order}`)
