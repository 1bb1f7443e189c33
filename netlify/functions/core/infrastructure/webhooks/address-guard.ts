import { type AddressPolicy, hostOf } from '#domain/webhook/endpoint-url.js'
import type { CheckedAddress } from '#domain/webhook/ports.js'
import { isPublicAddress } from './public-address.js'
import type { ResolveHost } from './resolve-host.js'

/** Resolves the host of a URL, and tells whether every address may be connected to. */
export async function checkAddress(url: URL, policy: AddressPolicy, resolve: ResolveHost): Promise<CheckedAddress> {
  const addresses = await resolve(hostOf(url))
  if (addresses.length === 0) return { kind: 'unknown' }
  if (!policy.allowPrivate && !addresses.every(isPublicAddress)) return { kind: 'refused' }
  return { kind: 'allowed', addresses }
}
