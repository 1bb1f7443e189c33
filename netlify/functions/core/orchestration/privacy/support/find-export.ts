import * as z from 'zod'
import type { AccountExport } from '#domain/account/account-export.schema.js'
import { refuse } from '#domain/refusal.js'
import { ExportId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { findExport as findStatement } from '#queries/account-exports.js'

/** The path of one export. */
export const ExportPath = z.strictObject({ exportId: ExportId.meta({ description: 'Id of the export' }) })

/** Reads one of the athlete's exports. Refuses with EXPORT_NOT_FOUND. */
export async function findExport({ read, athleteId, now }: Context, id: ExportId): Promise<AccountExport> {
  return (await read(findStatement({ userId: athleteId, now, id }))) ?? exportNotFound()
}

/** Refuses: the athlete has no such export. */
export function exportNotFound(): never {
  return refuse('EXPORT_NOT_FOUND', 'You have no such export.')
}
