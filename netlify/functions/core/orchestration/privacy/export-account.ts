import { Download } from '#orchestration/download.js'
import { download } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { listAccountData } from '#queries/account-data.js'
import { filesOf } from './support/export-files.js'
import { zipOf } from './support/zip.js'

export const exportAccount = download({
  id: 'privacy.exportAccount',
  http: { method: 'GET', path: '/me/export', status: 200 },
  summary: 'Export everything one owns',
  description:
    'A ZIP with each kind of thing as JSON (without loss) and as CSV, and a README. It holds the raw logs, what was derived from them, and every decision with its reasons.',
  access: { scope: 'privacy:read' },
  produces: 'application/zip',
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const entities = await context.read(listAccountData({ userId: context.athleteId }))
    if (!entities.some(({ entity }) => entity === 'profile')) accountNotFound()
    const day = context.now.toISOString().slice(0, 10)
    return new Download('application/zip', `calistheniq-export-${day}.zip`, zipOf(filesOf(entities, context.now)))
  },
})
