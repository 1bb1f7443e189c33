import { event } from '#domain/event/event.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { deleteExport as deleteStatement } from '#queries/account-exports.js'
import { ExportPath, findExport } from './support/find-export.js'

export const deleteExport = command({
  id: 'privacy.deleteExport',
  http: { method: 'DELETE', path: '/me/exports/{exportId}', status: 204 },
  summary: 'Delete an export',
  description: 'Its parts go with it. An export that is being made ends.',
  access: { scope: 'privacy:read' },
  input: { params: ExportPath },
  output: null,
  refusals: ['EXPORT_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params: { exportId } }) => {
    const found = await findExport(context, exportId)
    expectVersion(context, found)
    return {
      statements: [deleteStatement({ userId: context.athleteId, id: exportId, version: found.version })],
      events: [event('export.deleted', exportId, context.now, { exportId })],
      output: undefined,
    }
  },
})
