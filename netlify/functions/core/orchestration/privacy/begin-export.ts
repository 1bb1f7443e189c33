import { beginExport as begin, exportDays, exportsMax, isUnderWay } from '#domain/account/account-export.js'
import { AccountExport } from '#domain/account/account-export.schema.js'
import { event } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import { ExportId } from '#domain/values/id.schema.js'
import { command } from '#orchestration/operation.js'
import { ensureRoomForExport, insertExport, listExports } from '#queries/account-exports.js'
import { lockAthlete } from '#queries/users.js'

export const beginExport = command({
  id: 'privacy.beginExport',
  http: { method: 'POST', path: '/me/exports', status: 201 },
  summary: 'Begin an export in the background',
  description: `For accounts of any size: the same as \`GET /me/export\`, in parts, each a ZIP of a few megabytes. Ask \`GET /me/exports/{exportId}\` once in a while which parts are there. A key's export holds what its scopes read, and ends with the key. One export at a time is made; an account may have ${exportsMax}, each for ${exportDays} days.`,
  access: { scope: 'privacy:read' },
  input: {},
  output: AccountExport,
  refusals: ['ACCOUNT_NOT_FOUND', 'EXPORT_LIMIT'],
  run: async (context) => {
    const { athleteId: userId, keyId, now } = context
    const known = await context.read(listExports({ userId, now }))
    if (known.some(isUnderWay)) refuse('EXPORT_LIMIT', 'An export is being made already: wait for it, or delete it.')
    if (known.length >= exportsMax) refuse('EXPORT_LIMIT', `There are ${exportsMax} exports already: delete one first.`)
    const begun = begin(context.newId(ExportId), context.scopes, now)
    return {
      statements: [
        lockAthlete({ userId }),
        ensureRoomForExport({ userId, now, exportsMax }),
        insertExport({ userId, keyId, begun }),
      ],
      events: [event('export.begun', begun.id, now, { exportId: begun.id })],
      output: begun,
    }
  },
})
