import type { OperationName } from '../operations/ask.js'
import type { Server } from '../servers/server.js'
import { drive } from './drive.js'
import { type Ground, requestsOf, type Subject } from './subject.js'

/** Requests that tell how many a server answers in a second. */
const firstRequests = 32

/** Code that is used is compiled after so many requests; a slow server has twice as long as a round, at most a second. */
const warmingRequests = 2_000
const warmingMsMax = 1_000

const warmed = new WeakMap<Server, Set<OperationName>>()

/**
 * Has a server answer an operation until its code is compiled, once for as long as it runs. Returns how
 * many requests it answers in a second.
 */
export async function warmUp(
  subject: Subject,
  operation: OperationName,
  ground: Ground,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<number> {
  const { server } = subject
  const answer = async (requests: number) => {
    const next = await requestsOf(subject, operation, ground, requests, connections)
    return (await drive(server, { connections, requests, next })).requestsPerSecond
  }
  let perSecond = await answer(Math.max(connections, firstRequests))
  const operations = warmed.get(server) ?? new Set()
  if (operations.has(operation)) return perSecond
  warmed.set(server, operations.add(operation))
  const endsAt = performance.now() + Math.min(warmingMsMax, 2 * seconds * 1_000)
  for (let sent = firstRequests; sent < warmingRequests && performance.now() < endsAt; sent *= 2) {
    perSecond = await answer(Math.max(connections, sent))
  }
  return perSecond
}
