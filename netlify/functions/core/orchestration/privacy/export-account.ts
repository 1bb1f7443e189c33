import { Download } from '#orchestration/download.js'
import { download } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { listAccountData } from '#queries/account-data.js'
import { findTimeZone } from '#queries/users.js'
import { readableBy } from './support/entity-scopes.js'
import { filesOf } from './support/export-files.js'
import { zipOf } from './support/zip.js'

export const exportAccount = download({
  id: 'privacy.exportAccount',
  http: { method: 'GET', path: '/me/export', status: 200 },
  summary: 'Export everything one owns',
  description:
    'A ZIP with each kind of thing as JSON (without loss) and as CSV, and a README. It holds the raw logs, what was derived from them, and every decision with its reasons. Signed in, it is everything; a key gets what its scopes read, and the README says what was left out.',
  access: { scope: 'privacy:read' },
  produces: 'application/zip',
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const userId = context.athleteId
    const readable = readableBy(context.scopes)
    const [zone, entities] = await context.readAll([findTimeZone({ userId }), listAccountData({ userId, ...readable })])
    if (zone === null) accountNotFound()
    const day = context.now.toISOString().slice(0, 10)
    return new Download(
      'application/zip',
      `calistheniq-export-${day}.zip`,
      zipOf(filesOf(entities, readable, context.now)),
    )
  },
})
