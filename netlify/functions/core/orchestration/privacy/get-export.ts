import { AccountExport } from '#domain/account/account-export.schema.js'
import { query } from '#orchestration/operation.js'
import { ExportPath, findExport } from './support/find-export.js'

export const getExport = query({
  id: 'privacy.getExport',
  http: { method: 'GET', path: '/me/exports/{exportId}', status: 200 },
  summary: 'Get an export that is made in the background',
  description: 'How far it is, and the parts that are there. When it is `ready`, its parts together are the whole.',
  access: { scope: 'privacy:read' },
  input: { params: ExportPath },
  output: AccountExport,
  refusals: ['EXPORT_NOT_FOUND'],
  run: (context, { params }) => findExport(context, params.exportId),
})
