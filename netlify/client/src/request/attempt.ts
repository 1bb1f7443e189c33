import { CalistheniqProblem, CalistheniqUnreachable } from '../problem.js'

/** A request that is ready to be sent, as often as it takes. */
export type Prepared = {
  /** The id of the operation. */
  readonly operation: string
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly signal: AbortSignal | undefined
}

export type Transport = {
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds that an attempt may take, its body included. */
  readonly timeoutMs: number
}

/** An answer that was read whole. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  /** Parsed JSON, a Blob of any other type, or null without a body. */
  readonly body: unknown
}

/**
 * Sends a request once, and reads its answer. 2xx and 304 are returned.
 *
 * @throws CalistheniqProblem for every other answer, CalistheniqUnreachable when none came whole and
 *   in time, and the signal's reason when the caller gave up.
 */
export async function attempt(request: Prepared, { fetch, timeoutMs }: Transport): Promise<Answer> {
  const { url, method, headers, body, signal } = request
  const giveUp = new AbortController()
  const end = () => giveUp.abort()
  const timer = setTimeout(end, timeoutMs)
  signal?.addEventListener('abort', end)
  try {
    signal?.throwIfAborted()
    const response = await fetch(url, { method, headers, body, signal: giveUp.signal, credentials: 'omit' })
    if (!response.ok && response.status !== 304) {
      throw new CalistheniqProblem(request.operation, response, await problemIn(response))
    }
    return { status: response.status, headers: response.headers, body: await bodyOf(response) }
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw error instanceof CalistheniqProblem ? error : new CalistheniqUnreachable(request.operation, error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204 || response.status === 304) return null
  return isJson(response) ? response.json() : response.blob()
}

async function problemIn(response: Response): Promise<Record<string, unknown>> {
  // something between here and the API may have answered, in HTML
  const document: unknown = isJson(response) ? await response.json() : null
  return typeof document === 'object' && document !== null ? { ...document } : {}
}

function isJson({ headers }: Response): boolean {
  return /^application\/(.+\+)?json\b/.test(headers.get('content-type') ?? '')
}
