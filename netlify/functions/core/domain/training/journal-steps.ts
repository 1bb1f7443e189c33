import type { TrainingLog, Directive, LoggedSession } from './journal.js'

/** A session or a deed, and when it happened. */
export type Step = {
  readonly on: string
  readonly at: string
  readonly id: string
  readonly session?: LoggedSession
  readonly deed?: Directive
}

/** The facts of a journal in the order in which they happened, whatever the order in which they were recorded. */
export function stepsOf(journal: TrainingLog): Step[] {
  const sessions = journal.sessions.map(
    (session): Step => ({ on: session.date, at: session.completedAt, id: session.id, session }),
  )
  const deeds = journal.directives.map(
    (deed, index): Step => ({ on: deed.on, at: deed.at, id: String(index).padStart(9, '0'), deed }),
  )
  return [...deeds, ...sessions].sort((a, b) => compare(a.on, b.on) || compare(a.at, b.at) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
