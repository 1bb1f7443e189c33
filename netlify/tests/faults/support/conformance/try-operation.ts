import { besides } from './besides.js'
import type { Exchange, MadeUp } from './exchange.js'
import { following } from './following.js'
import { type Documented, methodsAt } from './read-document.js'
import { fittingParts, type Parts, requestOf } from './requests.js'
import type { Judge } from './tally.js'
import { wrongRequests } from './wrong-requests.js'

/** Somebody who may ask, and a request of theirs that goes well. */
export type Arranged = { readonly token: string; readonly path: string; readonly body?: unknown }

/** An API and what its document says. */
export type Subject = {
  readonly operations: readonly Documented[]
  readonly send: (path: string, init: RequestInit) => Promise<Response>
  readonly arrange: (operation: Documented) => Promise<Arranged>
}

type Sample = { readonly seed: number; readonly count: number; readonly wrongMax: number }

/** Sends an operation everything that can be made up for it, and has all of it judged. */
export async function tryOperation(
  subject: Subject,
  operation: Documented,
  { judge }: Judge,
  sample: Sample,
): Promise<void> {
  const ask = async (asked: Documented, request: MadeUp, token: string | null): Promise<Exchange> => {
    const exchange = await exchangeOf(subject, asked, request, token)
    judge(exchange)
    return exchange
  }
  const arranged = await subject.arrange(operation)
  const parts = fittingParts(operation, partsOf(operation, arranged), sample)
  const [known] = parts
  if (!known) return
  for (const request of besides(subject.operations, operation, requestOf(operation, known))) {
    const withToken = request.intent === 'misses a required header' && request.what !== 'Authorization'
    await ask(operation, request, withToken ? arranged.token : null)
  }
  for (const request of chosen(wrongRequests(operation, known), sample)) await ask(operation, request, arranged.token)
  for (const [index, one] of parts.entries()) {
    // what is deleted is gone for the next
    const fresh = operation.method === 'DELETE' && index > 0 ? await subject.arrange(operation) : arranged
    const fitting = { ...one, path: partsOf(operation, fresh).path }
    const { request, answer } = await ask(operation, requestOf(operation, fitting), fresh.token)
    const next =
      answer.status < 300 ? following(subject.operations, operation, request, answer.headers.get('location')) : null
    if (next) await ask(next.operation, next.request, fresh.token)
  }
}

/** As many as are wanted, from all places. */
function chosen(requests: readonly MadeUp[], { seed, wrongMax }: Sample): readonly MadeUp[] {
  if (requests.length <= wrongMax) return requests
  const step = requests.length / wrongMax
  return Array.from({ length: wrongMax }, (_, index) => requests[Math.floor(index * step + (seed % step))]).filter(
    (request) => request !== undefined,
  )
}

/** The parts of an arranged request. */
function partsOf({ path: template }: Documented, { path, body }: Arranged): Parts {
  const url = new URL(path, 'http://localhost')
  const steps = url.pathname.split('/').map(decodeURIComponent)
  const named = template.split('/').flatMap((step, index) => {
    const name = /^\{(\w+)\}$/.exec(step)?.[1]
    return name ? [[name, steps[index] ?? ''] as const] : []
  })
  return { path: Object.fromEntries(named), query: Object.fromEntries(url.searchParams), header: {}, body }
}

async function exchangeOf(
  subject: Subject,
  operation: Documented,
  request: MadeUp,
  token: string | null,
): Promise<Exchange> {
  const { method, path, body } = request
  const headers = { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...request.headers }
  const started = performance.now()
  const response = await subject.send(path, {
    method,
    headers,
    body: body === null ? null : new TextEncoder().encode(body),
  })
  const text = await response.text()
  const answer = { status: response.status, headers: response.headers, text, ms: performance.now() - started }
  return { operation, methodsHere: methodsAt(subject.operations, operation), request, answer }
}
