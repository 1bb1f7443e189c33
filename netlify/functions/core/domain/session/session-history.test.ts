import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DomainEvent } from '#domain/event/event.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import { Refusal } from '#domain/refusal.js'
import { replayEvents } from '#domain/training/replay-events.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { library, noon, planned } from '#tests/support/sessions.js'
import { completeSession, editSession, reopenSession, skipSession, startSession } from './life.js'
import { planExercise } from './plan-exercise.js'
import { revise } from './revise.js'
import type { Session } from './session.js'
import { planningEvents, sessionEvents } from './session-events.js'
import { addExercise, editExercise, removeExercise } from './session-exercises.js'
import { correctSet, deleteSet, logSet } from './set-logs.js'

type Step = (session: Session, n: number) => Session

const exerciseIds = [100, 101, 102, 200, 201].map((n) => idOf.sessionExercise(n))
const anExercise = fc.constantFrom(...exerciseIds)
const aSet = fc.integer({ min: 500, max: 530 }).map((n) => idOf.set(n))
const amount = fc.oneof(fc.record({ reps: fc.integer({ min: 1, max: 20 }) }), fc.record({ duration: fc.constant(30) }))

const start: Step = (session) => startSession(session, {}, noon)
const complete: Step = (session) => completeSession(session, { withoutSets: true }, noon)
const correctEnd: Step = (session) => completeSession(session, { completedAt: '2026-11-22T11:30:00.000Z' }, noon)

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant(start),
  fc.constant(complete),
  fc.constant(correctEnd),
  fc.constant<Step>((session) => reopenSession(session)),
  fc.constant<Step>((session) => skipSession(session)),
  fc.constant<Step>((session) => editSession(session, { date: '2026-11-20' }, noon)),
  fc.tuple(anExercise, fc.integer({ min: 1, max: 5 })).map<Step>(
    ([id, order]) =>
      (session) =>
        editExercise(session, id, { order }),
  ),
  anExercise.map<Step>((id) => (session) => removeExercise(session, id)),
  fc
    .constantFrom('push-up', 'plank')
    .map<Step>(
      (exercise) => (session, n) =>
        addExercise(
          session,
          planExercise({ exercise }, library, { id: idOf.sessionExercise(200 + (n % 2)), order: 1 }, noon),
        ),
    ),
  fc.tuple(anExercise, amount).map<Step>(
    ([id, done]) =>
      (session, n) =>
        logSet(session, id, { id: idOf.set(500 + n), ...done }, noon),
  ),
  fc.tuple(anExercise, aSet, amount).map<Step>(
    ([id, setId, done]) =>
      (session) =>
        correctSet(session, { sessionExerciseId: id, setId }, done, noon),
  ),
  fc.tuple(anExercise, aSet).map<Step>(
    ([id, setId]) =>
      (session) =>
        deleteSet(session, { sessionExerciseId: id, setId }),
  ),
)

/** A refused step changes nothing. */
function attempt(session: Session, next: Step, n: number): Session {
  try {
    return next(session, n)
  } catch (error) {
    if (error instanceof Refusal) return session
    throw error
  }
}

/** Lives through the steps, from the start of a planned session on. */
function live(steps: readonly Step[]): { states: Session[]; events: DomainEvent[]; last: Session } {
  let last = planned()
  const states = [last]
  const events = planningEvents(last, noon)
  for (const [n, next] of [start, ...steps].entries()) {
    const after = revise(last, attempt(last, next, n), noon.now)
    events.push(...sessionEvents(last, after, noon))
    states.push(after)
    last = after
  }
  return { states, events, last }
}

test('replaying the events of a session gives its training log, after any steps', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { last, events } = live([...steps, complete])
      expect(inOneGo(replayEvents(events)).sessions.map(inOrder)).toEqual(trainingLogOf(last))
    }),
  )
})

test('places, set numbers and performed sets of a session stay consistent, after any steps', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      for (const { exercises } of live(steps).states) {
        expect(exercises.map(({ order }) => order)).toEqual(exercises.map((_, index) => index + 1))
        for (const { sets, actual } of exercises) {
          expect(new Set(sets.map(({ setNumber, side }) => `${setNumber} ${side}`)).size).toBe(sets.length)
          expect(actual.sets?.length ?? 0).toBe(sets.length)
        }
      }
    }),
  )
})

test('every change of a session counts its version up by one and moves updatedAt on', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { states } = live(steps)
      states.slice(1).forEach((after, index) => {
        const before = states[index] ?? after
        if (after === before) return
        expect(after.version).toBe(before.version + 1)
        expect(after.updatedAt > before.updatedAt).toBe(true)
      })
    }),
  )
})

function trainingLogOf(session: Session): LoggedSession[] {
  if (session.status !== 'completed' || session.rulesVersion === null) return []
  const { id, date, completedAt, rulesVersion, exercises } = session
  return [
    {
      id,
      date,
      completedAt,
      rulesVersion,
      exercises: exercises.map((item) => ({
        id: item.id,
        exerciseId: item.exercise.id,
        order: item.order,
        targets: targetsOf(item.planned.sets),
        modifier: item.planned.modifier,
        standard: {
          sets: targetsOf(item.standard?.sets ?? []),
          difficulty: item.standard?.difficulty ?? 0,
          bodyMassFraction: null,
          bodyMassKg: null,
        },
        sets: item.sets.map(({ id: setId, setNumber, side, kind, reps, duration, rpe, weightKg, pain, painSite }) => ({
          id: setId,
          setNumber,
          side,
          kind,
          amount: reps ?? duration ?? 0,
          rpe,
          weightKg,
          pain,
          painSite,
        })),
      })),
    },
  ]
}

function inOrder(session: LoggedSession): LoggedSession {
  const exercises = session.exercises.map((item) => ({
    ...item,
    sets: [...item.sets].sort((a, b) => a.setNumber - b.setNumber),
  }))
  return { ...session, exercises: exercises.sort((a, b) => a.order - b.order) }
}
