import type { Answered } from '#tests/support/api.js'

/** Sends any request, below `/api/v1`. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

/** Work that a client knows to be done under a key of its own. */
export type Acknowledged = {
  readonly userId: string
  readonly key: string
  readonly status: number
  readonly body: Answered['body']
}

/** Remembers what clients were answered, to compare it with the rows in the end. */
export type Witness = {
  /**
   * Sends requests under the eyes of the witness; a keyed request carries its key in its request id
   * as well.
   */
  readonly watch: (send: Send) => Send
  readonly acknowledged: readonly Acknowledged[]
  /** Lists answers with a version lower than one that the client had seen before it asked. */
  readonly shrunken: readonly string[]
}

/** What the request id of a keyed request begins with; the key follows. */
export const keyedPrefix = 'keyed.'

export function openWitness(): Witness {
  const acknowledged: Acknowledged[] = []
  const shrunken: string[] = []
  const versions = versionsSeen(shrunken)
  const watch =
    (send: Send): Send =>
    async (path, init = {}) => {
      const headers = new Headers(init.headers)
      const [userId, key] = [userOf(headers), headers.get('idempotency-key')]
      if (!userId) return send(path, init)
      if (key) headers.set('x-request-id', `${keyedPrefix}${key}`)
      const compare = versions.ask(`${userId} ${path}`, init.method ?? 'GET')
      const response = await send(path, { ...init, headers })
      compare(response)
      if (key && response.ok) {
        const text = await response.clone().text()
        const body = text === '' ? null : JSON.parse(text)
        acknowledged.push({ userId, key, status: response.status, body })
      }
      return response
    }
  return { watch, acknowledged, shrunken }
}

/**
 * Follows the version of each thing: what is asked later is answered with no lower one, until the
 * thing is deleted.
 */
function versionsSeen(shrunken: string[]) {
  const seen = new Map<string, number>()
  const ask = (thing: string, method: string) => {
    const floor = seen.get(thing) ?? 0
    if (method === 'DELETE') seen.delete(thing)
    return ({ headers }: Response) => {
      const version = Number(/^"(\d+)\./.exec(headers.get('etag') ?? '')?.[1])
      // a repeat is answered as it was the first time
      if (!version || method === 'DELETE' || headers.get('idempotent-replayed') === 'true') return
      if (version < floor) shrunken.push(`${method} ${thing}: "${version}" after "${floor}"`)
      seen.set(thing, Math.max(version, seen.get(thing) ?? 0))
    }
  }
  return { ask }
}

/** Returns the subject of a token; null without a token, or when it is none. */
function userOf(headers: Headers): string | null {
  const [, payload] = /^Bearer [^.]+\.([^.]+)\./.exec(headers.get('authorization') ?? '') ?? []
  if (!payload) return null
  const { sub } = JSON.parse(Buffer.from(payload, 'base64url').toString())
  return typeof sub === 'string' ? sub : null
}
