import type { LoggedExercise, LoggedSession, TrainingLog } from '#domain/training/training-log.js'
import { type Difference, differencesIn } from './difference.js'

/** Where the tables (`stored`) and the events (`derived`) do not tell the same facts. */
export function compareTrainingLogs(tables: TrainingLog, events: TrainingLog): Difference[] {
  return [
    ...differencesIn('sessions', sessionsById(tables), sessionsById(events)),
    ...differencesIn('directives', directivesByPlace(tables), directivesByPlace(events)),
  ]
}

function sessionsById({ sessions }: TrainingLog): Map<string, LoggedSession> {
  return new Map(sessions.map((session) => [session.id, inOneOrder(session)]))
}

function directivesByPlace({ directives }: TrainingLog): Map<string, unknown> {
  return new Map(directives.map((directive, place) => [String(place + 1), directive]))
}

/** Fields, exercises and sets in one order, whatever the order in which they were told. */
function inOneOrder({ id, date, completedAt, rulesVersion, exercises }: LoggedSession): LoggedSession {
  const sorted = exercises.toSorted((a, b) => a.order - b.order).map(exerciseInOneOrder)
  return { id, date, completedAt, rulesVersion, exercises: sorted }
}

function exerciseInOneOrder({ id, exerciseId, order, targets, standard, sets }: LoggedExercise): LoggedExercise {
  const sorted = sets.toSorted((a, b) => a.setNumber - b.setNumber || (a.id < b.id ? -1 : 1))
  return { id, exerciseId, order, targets, standard, sets: sorted }
}
