import type { Operation } from '#orchestration/contract.js'
import { eraseAccount } from './erase-account.js'
import { exportAccount } from './export-account.js'
import { listConsents } from './list-consents.js'
import { putConsent } from './put-consent.js'

/** What the athlete may do with their data as such. */
export const privacyOperations: readonly Operation[] = [exportAccount, eraseAccount, listConsents, putConsent]
