import { assertScheme, refuseAddress } from '#domain/webhook/endpoint-url.js'
import type { WebhookTools } from '#domain/webhook/ports.js'

/**
 * Refuses with WEBHOOK_ADDRESS an address that deliveries would never be sent to. A name that does
 * not resolve now may do so later; every delivery checks again.
 */
export async function assertDeliverable(text: string, { policy, checkAddress }: WebhookTools): Promise<void> {
  const url = new URL(text)
  assertScheme(url, policy)
  const { kind } = await checkAddress(url)
  if (kind === 'refused') refuseAddress('leads to an address that is not public')
}
