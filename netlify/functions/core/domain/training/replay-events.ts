import { type LoggedSet, loggedSetOf } from '#domain/effort/set.schema.js'
import type { DomainEvent } from '#domain/event/event.js'
import type { SessionExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import { mapInSteps, type Steps } from '#domain/values/steps.js'
import { directiveOf } from './directives.js'
import type { Directive, LoggedExercise, LoggedSession, TrainingLog } from './training-log.js'

type Log = {
  date: string
  completedAt: string | null
  rulesVersion: string | null
  exercises: Map<SessionExerciseId, Omit<LoggedExercise, 'sets' | 'standard'> & { sets: Map<SetId, LoggedSet> }>
  standards: Map<SessionExerciseId, LoggedExercise['standard']>
}

/**
 * Rebuilds the training log from events alone, in the order in which they were recorded. The result
 * checks what the tables say, and shows the log as it was known at an earlier instant.
 */
export function* replayEvents(events: readonly DomainEvent[]): Steps<TrainingLog> {
  const logs = new Map<SessionId, Log>()
  const directives: Directive[] = []
  for (const event of events) {
    const directive = directiveOf(event)
    if (directive) directives.push(directive)
    replayEvent(logs, event)
    yield
  }
  const sessions = yield* mapInSteps(logs, ([id, log]) => sessionOf(id, log))
  return { sessions: sessions.flat(), directives }
}

function sessionOf(id: SessionId, log: Log): LoggedSession[] {
  const { completedAt, rulesVersion, date } = log
  if (completedAt === null || rulesVersion === null) return []
  const exercises = [...log.exercises.values()].flatMap((exercise): LoggedExercise[] => {
    const standard = log.standards.get(exercise.id)
    return standard ? [{ ...exercise, standard, sets: [...exercise.sets.values()] }] : []
  })
  return [{ id, date, completedAt, rulesVersion, exercises }]
}

function replayEvent(logs: Map<SessionId, Log>, event: DomainEvent): void {
  switch (event.type) {
    case 'session.planned':
      logs.set(event.payload.sessionId, plannedLog(event.payload))
      return
    case 'session.edited':
      change(logs, event.payload.sessionId, (log) => editLog(log, event.payload))
      return
    case 'session.rescheduled':
      change(logs, event.payload.sessionId, (log) => moveLog(log, event.payload.to))
      return
    case 'session.completed':
      change(logs, event.payload.sessionId, (log) => completeLog(log, event.payload))
      return
    case 'session.reopened':
      change(logs, event.payload.sessionId, reopenLog)
      return
    case 'session.deleted':
      logs.delete(event.payload.sessionId)
      return
    case 'sessionExercise.added':
      change(logs, event.payload.sessionId, (log) => addExercise(log, event.payload))
      return
    case 'sessionExercise.changed':
      change(logs, event.payload.sessionId, (log) => planExercise(log, event.payload.exercise))
      return
    case 'sessionExercise.removed':
      change(logs, event.payload.sessionId, (log) => void log.exercises.delete(event.payload.sessionExerciseId))
      return
    case 'set.logged':
    case 'set.corrected':
      change(logs, event.payload.sessionId, (log) =>
        log.exercises
          .get(event.payload.sessionExerciseId)
          ?.sets.set(event.payload.set.id, loggedSetOf(event.payload.set)),
      )
      return
    case 'set.deleted':
      change(logs, event.payload.sessionId, (log) =>
        log.exercises.get(event.payload.sessionExerciseId)?.sets.delete(event.payload.setId),
      )
      return
    default:
  }
}

type PayloadOf<Type extends DomainEvent['type']> = Extract<DomainEvent, { type: Type }>['payload']

function change(logs: Map<SessionId, Log>, sessionId: SessionId, apply: (log: Log) => void): void {
  const log = logs.get(sessionId)
  if (log) apply(log)
}

function plannedLog(payload: PayloadOf<'session.planned'>): Log {
  const log: Log = {
    date: payload.date,
    completedAt: null,
    rulesVersion: null,
    exercises: new Map(),
    standards: new Map(),
  }
  for (const exercise of payload.exercises) planExercise(log, exercise)
  return log
}

function moveLog(log: Log, date: string): void {
  log.date = date
}

function editLog(log: Log, { date, completedAt }: PayloadOf<'session.edited'>): void {
  log.date = date
  if (completedAt !== undefined) log.completedAt = completedAt
}

function reopenLog(log: Log): void {
  log.completedAt = null
}

function addExercise(log: Log, { exercise, standard }: PayloadOf<'sessionExercise.added'>): void {
  planExercise(log, exercise)
  if (standard) log.standards.set(exercise.id, standard)
}

function planExercise(log: Log, exercise: PayloadOf<'sessionExercise.added'>['exercise']): void {
  log.exercises.set(exercise.id, { ...exercise, sets: log.exercises.get(exercise.id)?.sets ?? new Map() })
}

function completeLog(log: Log, payload: PayloadOf<'session.completed'>): void {
  log.date = payload.date
  log.completedAt = payload.completedAt
  log.rulesVersion = payload.rulesVersion
  for (const { sessionExerciseId, ...standard } of payload.standards) {
    log.standards.set(sessionExerciseId, standard)
  }
}
