import { ExerciseSlug, type Metric } from '#domain/library/vocabulary.js'
import { Refusal } from '#domain/refusal.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type Plannable, type PlannableExercise, plannableByKey } from '#domain/session/plan-exercise.js'
import { planSession } from '#domain/session/plan-session.js'
import type { Moment, Session } from '#domain/session/session.js'
import { PlanSession } from '#domain/session/session.schema.js'
import { idsFrom } from '#domain/values/id.schema.js'
import { idOf, uuid } from './ids.js'

/** Gives the clock, the day and the rules of a moment, in UTC. */
export function at(instant: string): Moment {
  const now = new Date(instant)
  return { now, today: now.toISOString().slice(0, 10), rules: rulesInForce }
}

/** Noon of the day on which the sessions of these tests take place. */
export const noon = at('2026-11-22T12:00:00.000Z')

function libraryExercise(n: number, slug: string, metric: Metric, unilateral = false): PlannableExercise {
  const sets = metric === 'reps' ? [{ reps: 8 }, { reps: 8 }, { reps: 6 }] : [{ duration: 30 }, { duration: 20 }]
  const exercise = {
    id: idOf.exercise(n),
    slug: ExerciseSlug.parse(slug),
    name: slug,
    category: 'Push',
    metric,
    unilateral,
  } as const
  return {
    exercise,
    difficulty: 1.5,
    defaults: { sets, tempo: metric === 'reps' ? '3-0-1-1' : 'hold', restSeconds: 90, notes: null },
    personal: { sets: null, tempo: null, restSeconds: null, notes: null },
  }
}

/** A small library: one exercise in reps, one hold, one counted per side. */
export const library: Plannable = plannableByKey([
  libraryExercise(901, 'push-up', 'reps'),
  libraryExercise(902, 'plank', 'duration'),
  libraryExercise(903, 'archer-push-up', 'reps', true),
])

/**
 * Plans a session with push-ups (100), a plank (101) and archer push-ups (102), unless the request
 * says otherwise.
 */
export function planned(given: Partial<PlanSession> = {}, plannable: Plannable = library): Session {
  const request = {
    id: idOf.session(1),
    date: '2026-11-22',
    exercises: ['push-up', 'plank', 'archer-push-up'].map((exercise, index) => ({
      id: idOf.sessionExercise(100 + index),
      exercise,
    })),
    ...given,
  }
  return planSession(PlanSession.parse(request), plannable, { ...noon, newId: idsFrom(() => uuid(999)) })
}

/** The ids that `planned` gives its exercises. */
export const [pushUps, plank, archerPushUps] = [
  idOf.sessionExercise(100),
  idOf.sessionExercise(101),
  idOf.sessionExercise(102),
] as const

/** Returns the refusal with which a decision ends, in short. */
export function refusalOf(decide: () => unknown): { code: string; faults: string[] } {
  try {
    decide()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return {
      code: error.code,
      faults: error.faults.map((fault) => `${'pointer' in fault ? fault.pointer : ''} ${fault.code}`),
    }
  }
  throw new Error('nothing was refused')
}
