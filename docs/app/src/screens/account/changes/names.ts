import type { SessionCommand } from '../../../data/fold/session-commands.js'
import { queued } from '../../../data/outbox.js'
import { exerciseOf, session } from '../../../data/resources.js'
import { sessionAsKnown } from '../../../data/sessions.js'
import type { Names } from './words.js'

/**
 * Names from what this device knows: the sessions as they will be or last were, and, where the creation
 * of one was refused, what was to be created.
 */
export const names: Names = {
  exercise: (sessionId, sessionExerciseId) => {
    const known = sessionAsKnown(sessionId) ?? session(sessionId).last()
    const found = known?.exercises.find(({ id }) => id === sessionExerciseId)
    return found?.exercise.name ?? nameOf(plannedSlug(sessionExerciseId))
  },
  exerciseOf: nameOf,
  dayOf: (sessionId) => sessionAsKnown(sessionId)?.date ?? session(sessionId).last()?.date ?? plannedDay(sessionId),
}

function nameOf(slug: string | undefined): string | undefined {
  return slug === undefined ? undefined : exerciseOf(slug)?.name
}

// only this app writes the queue, from the types of the operations
const commands = () => queued() as unknown as readonly SessionCommand[]

function plannedSlug(sessionExerciseId: string): string | undefined {
  const planned = commands().flatMap(({ operation, input }) => {
    if (operation === 'sessions.create') return input.body.exercises ?? []
    return operation === 'sessions.addExercise' ? [input.body] : []
  })
  return planned.find(({ id }) => id === sessionExerciseId)?.exercise
}

function plannedDay(sessionId: string): string | undefined {
  const dates = commands().flatMap(({ operation, input }) =>
    operation === 'sessions.create' && input.body.id === sessionId ? [input.body.date] : [],
  )
  return dates[0]
}
