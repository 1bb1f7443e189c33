import * as z from 'zod'
import { assertMayRead } from '#domain/account/account-export.js'
import { refuse } from '#domain/refusal.js'
import { Download } from '#orchestration/download.js'
import { download } from '#orchestration/operation.js'
import { findExportPart } from '#queries/account-exports.js'
import { ExportPath, exportNotFound } from './support/find-export.js'

const PartPath = ExportPath.extend({
  number: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'must be the number of a part, from 1')
    .meta({ description: 'Number of the part, from 1', example: '1', maxLength: 6 }),
})

export const downloadExportPart = download({
  id: 'privacy.downloadExportPart',
  http: { method: 'GET', path: '/me/exports/{exportId}/parts/{number}', status: 200 },
  summary: 'Download a part of an export',
  description:
    'A ZIP that can be read by itself. Its length and SHA-256 stand in the export. To download it, one needs the scope of everything that the export holds.',
  access: { scope: 'privacy:read' },
  input: { params: PartPath },
  produces: 'application/zip',
  refusals: ['EXPORT_NOT_FOUND', 'EXPORT_PART_NOT_FOUND', 'EXPORT_SCOPES'],
  run: async ({ read, athleteId: userId, scopes, now }, { params: { exportId, number } }) => {
    const found = await read(findExportPart({ userId, now, id: exportId, number: Number(number) }))
    if (found === null) exportNotFound()
    assertMayRead(found, scopes)
    const { content, createdAt } = found
    if (content === null) refuse('EXPORT_PART_NOT_FOUND', 'The export has no such part, or not yet.')
    const day = createdAt.toISOString().slice(0, 10)
    const name = `calistheniq-export-${day}.${number.padStart(3, '0')}.zip`
    return new Download('application/zip', name, [content].values())
  },
})
