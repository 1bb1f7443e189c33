import type { Operation } from '#orchestration/contract.js'
import { beginExport } from './begin-export.js'
import { deleteExport } from './delete-export.js'
import { downloadExportPart } from './download-export-part.js'
import { eraseAccount } from './erase-account.js'
import { exportAccount } from './export-account.js'
import { getExport } from './get-export.js'
import { listConsents } from './list-consents.js'
import { listExports } from './list-exports.js'
import { putConsent } from './put-consent.js'

/** What the athlete may do with their data as such. */
export const privacyOperations: readonly Operation[] = [
  exportAccount,
  listExports,
  beginExport,
  getExport,
  downloadExportPart,
  deleteExport,
  eraseAccount,
  listConsents,
  putConsent,
]
