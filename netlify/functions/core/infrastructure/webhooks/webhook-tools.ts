import type { AddressPolicy } from '#domain/webhook/endpoint-url.js'
import type { WebhookTools } from '#domain/webhook/ports.js'
import { checkAddress } from './address-guard.js'
import { dnsResolver } from './resolve-host.js'
import { newSecret } from './secret.js'
import { secretBox } from './secret-box.js'

/**
 * How long DNS may take, in milliseconds: somebody waits for the answer, and every delivery looks
 * again.
 */
const dnsMsMax = 500

/**
 * Builds what registering a webhook takes; secrets are sealed under a key derived from
 * `authSecret`.
 */
export function webhookTools(policy: AddressPolicy, authSecret: string): WebhookTools {
  const resolve = dnsResolver({ timeoutMs: dnsMsMax })
  return {
    policy,
    checkAddress: (url) => checkAddress(url, policy, resolve),
    newSecret,
    secrets: secretBox(authSecret),
  }
}
