import { planBackup } from '#database/commands/backup/plan-backup.js'
import { inSnapshot } from '#database/commands/backup/transaction.js'
import { writeArchive } from '#database/commands/backup/write-archive.js'
import { withPgSession } from '#database/pg-session/pg-session.js'

/**
 * Takes a backup, and does something while it has begun and holds its read of every table; returns
 * how many tables it contains in the end.
 */
export function duringBackup(url: string, meanwhile: () => Promise<void>): Promise<number> {
  return withPgSession(url, (client) =>
    inSnapshot(client, async () => {
      let tables = 0
      const onTable = () => {
        tables += 1
      }
      const plan = { ...(await planBackup(client)), takenAt: new Date(), onRows: () => undefined, onTable }
      const archive = writeArchive(client, plan)
      await archive.next()
      await meanwhile()
      for await (const _ of archive);
      return tables
    }),
  )
}
