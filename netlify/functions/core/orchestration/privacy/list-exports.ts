import { AccountExport } from '#domain/account/account-export.schema.js'
import { query } from '#orchestration/operation.js'
import { pageOf, wholeList } from '#orchestration/paging.js'
import { listExports as listStatement } from '#queries/account-exports.js'

export const listExports = query({
  id: 'privacy.listExports',
  http: { method: 'GET', path: '/me/exports', status: 200 },
  summary: 'List exports that are made in the background',
  description: 'The newest first; the list is never longer than a page.',
  access: { scope: 'privacy:read' },
  input: {},
  output: pageOf(AccountExport),
  refusals: [],
  run: async ({ read, athleteId: userId, now }) => wholeList(await read(listStatement({ userId, now }))),
})
