import type { Journal, JournalExercise, JournalSession } from '#domain/training/journal.js'
import { type Difference, differencesIn } from './difference.js'

/** Where the tables (`stored`) and the events (`derived`) do not tell the same facts. */
export function compareJournals(tables: Journal, events: Journal): Difference[] {
  return [
    ...differencesIn('sessions', sessionsById(tables), sessionsById(events)),
    ...differencesIn('deeds', deedsByPlace(tables), deedsByPlace(events)),
  ]
}

function sessionsById({ sessions }: Journal): Map<string, JournalSession> {
  return new Map(sessions.map((session) => [session.id, inOneOrder(session)]))
}

function deedsByPlace({ deeds }: Journal): Map<string, unknown> {
  return new Map(deeds.map((deed, place) => [String(place + 1), deed]))
}

/** Fields, exercises and sets in one order, whatever the order in which they were told. */
function inOneOrder({ id, date, completedAt, rulesVersion, exercises }: JournalSession): JournalSession {
  const sorted = exercises.toSorted((a, b) => a.order - b.order).map(exerciseInOneOrder)
  return { id, date, completedAt, rulesVersion, exercises: sorted }
}

function exerciseInOneOrder({ id, exerciseId, order, targets, standard, sets }: JournalExercise): JournalExercise {
  const sorted = sets.toSorted((a, b) => a.setNumber - b.setNumber || (a.id < b.id ? -1 : 1))
  return { id, exerciseId, order, targets, standard, sets: sorted }
}
