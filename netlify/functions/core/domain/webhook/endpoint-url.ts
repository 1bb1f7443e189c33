import { refuse } from '#domain/refusal.js'

/** Where deliveries may go. Private addresses are allowed only for development and tests. */
export type AddressPolicy = { readonly allowPrivate: boolean }

export const urlLengthMax = 2_000

/** Tells whether a text is an http or https URL in ASCII, without user and fragment. */
export function isWebhookUrl(text: string): boolean {
  // WHATWG URL would silently mend what is missing or too much: blanks, line breaks, backslashes, a
  // third slash
  if (!/^https?:\/\/(?!\/)[\x21-\x5b\x5d-\x7e]+$/i.test(text)) return false
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.username === '' && url.password === '' && url.hash === ''
}

/** Returns the host of a URL: a name, or an address without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

/** Tells whether a name means this very machine (RFC 6761, 6.3). */
export function isLocalName(host: string): boolean {
  return /^(.+\.)?localhost\.?$/.test(host)
}

/**
 * Refuses with WEBHOOK_ADDRESS every URL that is not https. Plain http may lead to this machine
 * alone, and only when private addresses are allowed.
 */
export function assertScheme(url: URL, { allowPrivate }: AddressPolicy): void {
  if (url.protocol === 'https:' || (allowPrivate && isOwnMachine(hostOf(url)))) return
  refuseAddress('must begin with https://')
}

/** Refuses with WEBHOOK_ADDRESS, and points at the URL. */
export function refuseAddress(detail: string): never {
  return refuse('WEBHOOK_ADDRESS', 'Deliveries cannot be sent to this URL.', [
    { pointer: '/url', code: 'WEBHOOK_ADDRESS', detail },
  ])
}

function isOwnMachine(host: string): boolean {
  return isLocalName(host) || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
