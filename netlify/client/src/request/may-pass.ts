import { CalistheniqUnreachable, isProblem } from '../problem.js'

const statuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504])

/** Tells whether the same request may go well later, with nothing changed about it. */
export function mayPass(error: unknown): boolean {
  if (!isProblem(error)) return error instanceof CalistheniqUnreachable
  return statuses.has(error.status) || error.code === 'IDEMPOTENCY_KEY_IN_USE'
}
