import type { Outcome } from '#domain/webhook/delivery.js'
import { type AddressPolicy, assertScheme } from '#domain/webhook/endpoint-url.js'
import type { Parcel, Send } from '#domain/webhook/ports.js'
import { checkAddress } from './address-guard.js'
import { pinnedTo } from './pinned-lookup.js'
import { readAnswer } from './read-answer.js'
import { reasonOf } from './reason.js'
import type { ResolveHost } from './resolve-host.js'
import { signedHeaders } from './sign.js'

/**
 * How long a receiver has, from the first look at DNS to its answer: the lower end of what Standard
 * Webhooks recommends.
 */
export const answerMsMax = 15_000

export type SenderOptions = AddressPolicy & { readonly resolve: ResolveHost; readonly timeoutMs?: number }

/**
 * Sends messages to public addresses (or to any, where private ones are allowed), and follows no
 * redirect.
 */
export function webhookSender({ resolve, timeoutMs = answerMsMax, allowPrivate }: SenderOptions): Send {
  return async (parcel) => {
    const deadline = AbortSignal.timeout(timeoutMs)
    try {
      const url = new URL(parcel.url)
      // the policy may have changed since the endpoint was registered
      assertScheme(url, { allowPrivate })
      const checked = await inTime(checkAddress(url, { allowPrivate }, resolve), deadline)
      if (checked.kind === 'refused') return { kind: 'unanswered', reason: 'the address is not public' }
      if (checked.kind === 'unknown') return { kind: 'unanswered', reason: 'the host name does not resolve' }
      return await post(url, checked.addresses, parcel, deadline)
    } catch (error) {
      return { kind: 'unanswered', reason: reasonOf(error, timeoutMs) }
    }
  }
}

/** What the work resolves to, or the deadline's error. */
function inTime<Result>(work: Promise<Result>, deadline: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true })
    work.then(resolve, reject)
  })
}

/** Closed without an error and without an answer. */
class UnansweredError extends Error {
  override readonly name = 'UnansweredError'
  readonly code = 'ECONNRESET'
}

async function post(url: URL, addresses: readonly string[], parcel: Parcel, signal: AbortSignal): Promise<Outcome> {
  // imported here: most minutes, nothing is due, and a client takes as long to load as all the rest
  const { request } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'))
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      // a connection of its own, never one from a pool that was opened to whatever the name meant
      // then
      agent: false,
      lookup: pinnedTo(addresses),
      signal,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(parcel.body),
        'user-agent': 'CalisthenIQ-Webhooks/1',
        ...signedHeaders(parcel, parcel.secrets),
      },
    })
    sent.on('error', reject)
    // neither an error nor a response comes of an answer that changes the protocol (101): Node only
    // closes
    sent.on('close', () => reject(new UnansweredError()))
    sent.on('response', (answer) => {
      // from here on the status is what counts, however the rest of the answer ends
      sent.off('error', reject).on('error', () => undefined)
      resolve(readAnswer(answer).finally(() => sent.destroy()))
    })
    sent.end(parcel.body)
  })
}
