import { refuse } from '#domain/refusal.js'

/** Where deliveries may go. Private addresses are for development and tests alone. */
export type AddressPolicy = { readonly allowPrivate: boolean }

export const urlLengthMax = 2_000

/** True for an http or https URL in ASCII that names neither a user nor a fragment. */
export function isWebhookUrl(text: string): boolean {
  // WHATWG URL would mend in silence what is left out or too much: blanks, line breaks,
  // backslashes, a third slash
  if (!/^https?:\/\/(?!\/)[\x21-\x5b\x5d-\x7e]+$/i.test(text)) return false
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.username === '' && url.password === '' && url.hash === ''
}

/** The host of a URL: a name, or an address without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

/** True for the names that mean this very machine (RFC 6761, 6.3). */
export function isLocalName(host: string): boolean {
  return /^(.+\.)?localhost\.?$/.test(host)
}

/**
 * Refuses with WEBHOOK_ADDRESS what is not https; plain http is for the own machine, and only where
 * private addresses are allowed.
 */
export function assertScheme(url: URL, { allowPrivate }: AddressPolicy): void {
  if (url.protocol === 'https:' || (allowPrivate && isOwnMachine(hostOf(url)))) return
  refuseAddress('must begin with https://')
}

/** Refuses with WEBHOOK_ADDRESS, pointing at the URL. */
export function refuseAddress(detail: string): never {
  return refuse('WEBHOOK_ADDRESS', 'Deliveries cannot be sent to this URL.', [
    { pointer: '/url', code: 'WEBHOOK_ADDRESS', detail },
  ])
}

function isOwnMachine(host: string): boolean {
  return isLocalName(host) || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
