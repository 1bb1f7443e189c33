import type { OperationName } from '../operations/ask.js'

/** What every peer here can do as its users would write it. */
export const commonAnswers: ReadonlySet<OperationName> = new Set([
  ...(['library-list', 'exercise', 'week', 'session', 'create-session', 'log-set', 'complete-session'] as const),
])
