import type { DomainEvent } from '#domain/event/event.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { completeSession, startSession } from '#domain/session/life.js'
import { revise } from '#domain/session/revise.js'
import type { Moment, Session, SessionExercise } from '#domain/session/session.js'
import { sessionEvents } from '#domain/session/session-events.js'
import type { LogSet } from '#domain/session/set-log.schema.js'
import { logSet } from '#domain/session/set-logs.js'
import { type ExerciseId, SetId } from '#domain/values/id.schema.js'
import { type Performed, performSet, type Strength } from './perform-set.js'
import type { Random } from './random.js'

/** A performed session, with its events and the instant when it ended. */
export type Trained = { readonly session: Session; readonly events: readonly DomainEvent[]; readonly endedAt: Date }

/** What decides how a day's session goes. */
export type DayOfTraining = {
  readonly rules: TrainingRules
  readonly startedAt: Date
  /** How much of the history has passed, from 0 to 1. */
  readonly progress: number
  readonly strengthOf: (exerciseId: ExerciseId) => Strength
  /** The exercise that hurts a little on this day. */
  readonly soreExerciseId: string | null
  readonly notes: string | null
}

const secondsPerRep = 4
const restSeconds = 90
const painOfToday = { pain: 3, painSite: 'elbow', notes: 'Elbow a little sore' } as const

/** Performs a planned session through the same decisions that requests go through. */
export function trainSession(planned: Session, day: DayOfTraining, random: Random): Trained {
  const form = 1 + random.normal(0.04)
  const clock = { now: day.startedAt, today: planned.date, rules: day.rules }
  const steps: ((session: Session, moment: Moment) => Session)[] = [
    (session, moment) => startSession(session, {}, moment),
  ]
  for (const exercise of planned.exercises) steps.push(...setsOf(exercise, { ...day, form }, random))
  const command = day.notes === null ? {} : { notes: day.notes }
  steps.push((session, facts) => completeSession(session, command, facts))
  const events: DomainEvent[] = []
  const session = steps.reduce((before, step, index) => {
    if (index > 0) clock.now = after(clock.now, pauseSeconds(random))
    const facts = { ...clock }
    const next = revise(before, step(before, facts), facts.now)
    events.push(...sessionEvents(before, next, facts))
    return next
  }, planned)
  return { session, events, endedAt: clock.now }
}

type Step = (session: Session, moment: Moment) => Session

/** Makes a step for each set of an exercise, and for each side when it is counted per side. */
function setsOf(exercise: SessionExercise, day: DayOfTraining & { readonly form: number }, random: Random): Step[] {
  const targets = targetsOf(exercise.planned.sets)
  const standards = targetsOf(exercise.libraryStandard.sets)
  const { metric, unilateral, id: exerciseId } = exercise.exercise
  return targets.flatMap((target, index): Step[] => {
    const isLast = index === targets.length - 1
    const performed = performSet(
      {
        ...day,
        metric,
        target,
        standard: standards[index] ?? target,
        strength: day.strengthOf(exerciseId),
        index,
        isLast,
      },
      random,
    )
    const sore = isLast && exerciseId === day.soreExerciseId ? painOfToday : {}
    const sides = unilateral ? (['left', 'right'] as const) : ([undefined] as const)
    return sides.map((side): Step => {
      const entry = { ...entryOf(metric, performed), ...(side ? { side } : {}), ...sore, id: random.newId(SetId) }
      return (session, facts) => logSet(session, exercise.id, entry, facts)
    })
  })
}

function entryOf(metric: Metric, { amount, rpe }: Performed): LogSet {
  return {
    ...(metric === 'reps' ? { reps: amount } : { duration: amount }),
    ...(rpe === null ? {} : { rpe }),
    restSeconds,
  }
}

function pauseSeconds(random: Random): number {
  return restSeconds + secondsPerRep * Math.round(random.between(6, 12))
}

function after(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000)
}
