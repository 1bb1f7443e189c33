import type { Statement } from '#database/statement.js'
import { healthDataPurpose } from '#domain/account/health-data.js'
import { event } from '#domain/event/event.js'
import { createRoutine, writtenExercises } from '#domain/routine/routine.js'
import type { Routine } from '#domain/routine/routine.schema.js'
import { plannableByKey } from '#domain/session/plan-exercise.js'
import type { Session } from '#domain/session/session.js'
import { deriveTraining } from '#domain/training/derive.js'
import { replayEvents } from '#domain/training/replay-events.js'
import { trainingChanges } from '#domain/training/training-changes.js'
import { nothingKnown } from '#domain/training/training-state.js'
import { type AthleteId, PlaceId, RoutineId } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { putBodyMass } from '#queries/body-mass-entries.js'
import { putConsent } from '#queries/consents.js'
import { lockDailySummaries, refreshDailySummaries } from '#queries/daily-workout-summary-writes.js'
import { backdateAthlete } from '#queries/demo-athlete.js'
import { appendEvents, eventsJson } from '#queries/events.js'
import { insertRoutine } from '#queries/routines.js'
import { touchTraining } from '#queries/training-log.js'
import { storeTraining } from '#queries/training-state-writes.js'
import { putPersonalPrescription } from '#queries/user-exercise-configs-writes.js'
import { insertSession } from '#queries/workout-sessions-writes.js'
import { chooseExercises, exercisesOf } from './choose-exercises.js'
import { demoBodyMassKg, demoCoaching, demoEquipment, demoOwnWays, demoPlace, demoRoutine } from './demo-athlete.js'
import type { DemoHistory } from './demo-history.js'
import { type DemoWorld, libraryOf } from './demo-world.js'
import type { Planned } from './plan-slot.js'
import type { Random } from './random.js'
import type { Recorded } from './recorded.js'

/** The athlete whom the history belongs to, and the source of its ids. */
export type DemoOwner = { readonly userId: AthleteId; readonly random: Random }

/** Makes the statements that store a whole history and everything that follows from it. */
export function historyStatements(world: DemoWorld, history: DemoHistory, owner: DemoOwner): Statement[] {
  const { userId, random } = owner
  const createdAt = history.recorded[0]?.at ?? world.now
  const ways = prescriptions(world)
  const place = { id: random.newId(PlaceId), name: demoPlace.name, equipment: [...demoPlace.equipment] }
  const coaching = { ...demoCoaching, places: [place] }
  const routine = routineOf(world, random.newId(RoutineId), createdAt)
  return [
    backdateAthlete({ userId, createdAt, bodyMassKg: demoBodyMassKg.atEnd, equipment: demoEquipment, coaching }),
    putConsent({
      userId,
      consent: { purpose: healthDataPurpose, given: true, changedAt: createdAt.toISOString(), version: 1 },
    }),
    ...history.weighIns.map(({ on, bodyMassKg, at }) => putBodyMass({ userId, on, bodyMassKg, now: at })),
    ...ways.map((way) => putPersonalPrescription({ ...way, userId, versionBefore: 0, version: 1, now: createdAt })),
    insertRoutine({ userId, routine }),
    ...sessionStatements(world, history.sessions, owner),
    ...eventStatements([waysRecord(ways, createdAt), keptRecord(routine, createdAt), ...history.recorded], owner),
    touchTraining({ userId, version: 0 }),
    ...storeTraining(userId, world.now, inOneGo(trainingChanges(nothingKnown, stateAfter(world, history)))),
  ]
}

/** Makes the statements that store planned sessions for an athlete who has a history. */
export function planStatements(world: DemoWorld, planned: readonly Planned[], owner: DemoOwner): Statement[] {
  const sessions = planned.map(({ session }) => session)
  return [...sessionStatements(world, sessions, owner), ...eventStatements(planned, owner)]
}

function sessionStatements({ now }: DemoWorld, sessions: readonly Session[], { userId }: DemoOwner): Statement[] {
  return [
    ...sessions.map((session) => insertSession({ userId, session })),
    lockDailySummaries({ userId }),
    refreshDailySummaries({ userId, dates: [...new Set(sessions.map(({ date }) => date))], now }),
  ]
}

/** Appends events, as if each group came from one request. */
function eventStatements(recorded: readonly Recorded[], { userId, random }: DemoOwner): Statement[] {
  return recorded.map(({ at, events }) =>
    appendEvents({ userId, requestId: 'demo', keyId: null, recordedAt: at, events: eventsJson(events, random.newId) }),
  )
}

function stateAfter(world: DemoWorld, { recorded }: DemoHistory) {
  return inOneGo(
    deriveTraining(inOneGo(replayEvents(recorded.flatMap(({ events }) => events))), libraryOf(world), world.ruleBook),
  )
}

function prescriptions(world: DemoWorld) {
  const exercises = chooseExercises(world.library)
  return demoOwnWays.flatMap(({ category, rank, restSeconds, notes }) => {
    const exerciseId = exercises[category][rank]?.id
    return exerciseId === undefined ? [] : [{ exerciseId, tempo: null, restSeconds, notes }]
  })
}

function waysRecord(ways: ReturnType<typeof prescriptions>, at: Date): Recorded {
  const events = ways.map(({ exerciseId, ...way }) => {
    const fields = Object.entries(way).filter(([, value]) => value !== null)
    return event('exerciseConfig.changed', exerciseId, at, { exerciseId, fields: fields.map(([name]) => name) })
  })
  return { at, events }
}

/** Makes a routine whose sets are left to the day. */
function routineOf(world: DemoWorld, id: RoutineId, at: Date): Routine {
  const { name, ranks } = demoRoutine
  const chosen = exercisesOf(chooseExercises(world.library), ranks).map(({ slug }) => ({ exercise: slug }))
  const exercises = writtenExercises(chosen, plannableByKey(world.plannable))
  return createRoutine({ id, name, notes: null, exercises }, at)
}

function keptRecord({ id }: Routine, at: Date): Recorded {
  return { at, events: [event('routine.created', id, at, { routineId: id })] }
}
