import type { Input, OperationId, Queued } from '@calistheniq/client'

/** Operations that change one session, and that this app sends through its queue. */
export type SessionCommandId = Extract<
  OperationId,
  | 'sessions.create'
  | 'sessions.start'
  | 'sessions.logSet'
  | 'sessions.correctSet'
  | 'sessions.deleteSet'
  | 'sessions.addExercise'
  | 'sessions.removeExercise'
  | 'sessions.complete'
  | 'sessions.reopen'
  | 'sessions.reschedule'
  | 'sessions.skip'
  | 'sessions.delete'
>

/** A queued command whose input is that of its operation. */
export type SessionCommand<Id extends SessionCommandId = SessionCommandId> = {
  [Each in Id]: { readonly operation: Each; readonly input: Input<Each> }
}[Id]

/** The session that a command is about; null when it is about none. */
export function sessionIdOf({ operation, input }: Pick<Queued, 'operation' | 'input'>): string | null {
  if (!operation.startsWith('sessions.')) return null
  const { sessionId, body } = input as { sessionId?: string; body?: { id?: string } }
  return sessionId ?? (operation === 'sessions.create' ? (body?.id ?? null) : null)
}

/** Those of the commands that are about a session, in order; a refused one changes nothing. */
export function commandsAbout(sessionId: string, queued: readonly Queued[]): readonly SessionCommand[] {
  const about = queued.filter((command) => command.problem === null && sessionIdOf(command) === sessionId)
  // only this app writes the queue, from the types of the operations
  return about as unknown as readonly SessionCommand[]
}
