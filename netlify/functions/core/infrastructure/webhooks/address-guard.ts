import { type AddressPolicy, hostOf } from '#domain/webhook/endpoint-url.js'
import { isPublicAddress } from './public-address.js'
import type { ResolveHost } from './resolve-host.js'

/**
 * What may be connected to: the very addresses that were checked, so that a second answer of DNS
 * changes nothing.
 */
export type Checked =
  | { readonly kind: 'allowed'; readonly addresses: readonly string[] }
  /** At least one address is not of the public internet. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' }

/** Looks up where a URL leads, and whether everything there may be connected to. */
export async function checkAddress(url: URL, policy: AddressPolicy, resolve: ResolveHost): Promise<Checked> {
  const addresses = await resolve(hostOf(url))
  if (addresses.length === 0) return { kind: 'unknown' }
  if (!policy.allowPrivate && !addresses.every(isPublicAddress)) return { kind: 'refused' }
  return { kind: 'allowed', addresses }
}
