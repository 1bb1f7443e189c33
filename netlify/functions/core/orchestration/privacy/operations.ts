import type { Endpoint } from '#http/endpoint.js'
import { eraseAccount } from './erase-account.js'
import { exportAccount } from './export-account.js'
import { listConsents } from './list-consents.js'
import { putConsent } from './put-consent.js'

/** What the athlete may do with their data as such. */
export const privacyOperations: readonly Endpoint[] = [exportAccount, eraseAccount, listConsents, putConsent]
