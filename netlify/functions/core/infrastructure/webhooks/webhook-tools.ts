import type { AddressPolicy } from '#domain/webhook/endpoint-url.js'
import type { WebhookTools } from '#domain/webhook/ports.js'
import { checkAddress } from './address-guard.js'
import { dnsResolver } from './resolve-host.js'
import { newSecret } from './secret.js'
import { secretBox } from './secret-box.js'

/**
 * Somebody waits for the answer, and what DNS does not say in time, in milliseconds, is looked up
 * again by every delivery.
 */
const dnsMsMax = 500

/** What registering a webhook takes, with secrets sealed under a key derived from `authSecret`. */
export function webhookTools(policy: AddressPolicy, authSecret: string): WebhookTools {
  const resolve = dnsResolver({ timeoutMs: dnsMsMax })
  return {
    policy,
    checkAddress: (url) => checkAddress(url, policy, resolve),
    newSecret,
    secrets: secretBox(authSecret),
  }
}
