import { refuse } from '#domain/refusal.js'
import type { ExportId } from '#domain/values/id.schema.js'
import type { AccountExport } from './account-export.schema.js'
import type { Scope } from './principal.js'

/** How many exports an account may have, whatever became of them. One at a time is made. */
export const exportsMax = 3

/** For how many days an export is kept. */
export const exportDays = 7

const dayMs = 86_400_000

/** Begins an export of what a caller with these scopes may read. */
export function beginExport(id: ExportId, callerScopes: ReadonlySet<Scope>, now: Date): AccountExport {
  const at = now.toISOString()
  return {
    id,
    status: 'waiting',
    scopes: [...callerScopes].filter((scope) => scope.endsWith(':read')).sort(),
    rows: 0,
    parts: [],
    failure: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
    endedAt: null,
    expiresAt: new Date(now.getTime() + exportDays * dayMs).toISOString(),
  }
}

/** Tells whether an export is still being made. */
export function isUnderWay({ status }: Pick<AccountExport, 'status'>): boolean {
  return status === 'waiting' || status === 'running'
}

/** Refuses with EXPORT_SCOPES a caller who may not read everything that an export holds. */
export function assertMayRead({ scopes }: Pick<AccountExport, 'scopes'>, callerScopes: ReadonlySet<Scope>): void {
  const missing = scopes.filter((scope) => !callerScopes.has(scope))
  if (missing.length > 0) refuse('EXPORT_SCOPES', `The export holds what these scopes read: ${missing.join(', ')}.`)
}
