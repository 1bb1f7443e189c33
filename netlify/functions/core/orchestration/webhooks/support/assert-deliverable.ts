import { type AddressPolicy, assertScheme, refuseAddress } from '#domain/webhook/endpoint-url.js'
import { checkAddress } from '#infrastructure/webhooks/address-guard.js'
import { dnsResolver } from '#infrastructure/webhooks/resolve-host.js'

// somebody waits for the answer, and what DNS does not say in time is looked up again by every
// delivery
const resolve = dnsResolver({ timeoutMs: 500 })

/**
 * Refuses with WEBHOOK_ADDRESS what deliveries would never be sent to. A name that does not resolve
 * now may do so later, and every delivery looks again.
 */
export async function assertDeliverable(text: string, policy: AddressPolicy): Promise<void> {
  const url = new URL(text)
  assertScheme(url, policy)
  const checked = await checkAddress(url, policy, resolve)
  if (checked.kind === 'refused') refuseAddress('leads to an address that is not public')
}
