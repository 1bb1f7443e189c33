import { Download } from '#orchestration/download.js'
import { download } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { ensureExportable } from '#queries/account-data.js'
import { findTimeZone } from '#queries/time-zones.js'
import { readableBy } from './support/entity-scopes.js'
import { exportZip, firstPages } from './support/export-zip.js'

/**
 * What the platform takes of a streamed answer: about 1,300 workouts, counted so that it comes within the
 * deadline too. So many rows make more bytes than that: their number only ends the counting.
 */
const limits = { rowsMax: 250_000, bytesMax: 20_000_000 }

export const exportAccount = download({
  id: 'privacy.exportAccount',
  http: { method: 'GET', path: '/me/export', status: 200 },
  summary: 'Export everything one owns',
  description:
    'A ZIP with each kind of thing as JSON (without loss) and as CSV, and a README. It holds the raw logs, what was derived from them, and every decision with its reasons. Signed in, it is everything; a key gets what its scopes read, and the README says what was left out. An account whose ZIP may have more than 20 MB (some 1,300 workouts) is exported in the background (`POST /me/exports`). It is read while it is sent: what breaks off is no ZIP.',
  access: { scope: 'privacy:read' },
  produces: 'application/zip',
  refusals: ['ACCOUNT_NOT_FOUND', 'EXPORT_TOO_LARGE'],
  run: async (context) => {
    const userId = context.athleteId
    const readable = readableBy(context.scopes)
    const [, zone, ...pages] = await context.readAll([
      ensureExportable({ userId, ...readable, ...limits }),
      findTimeZone({ userId }),
      ...firstPages(context, readable),
    ])
    if (zone === null) accountNotFound()
    const day = context.now.toISOString().slice(0, 10)
    return new Download('application/zip', `calistheniq-export-${day}.zip`, exportZip(context, readable, pages))
  },
})
