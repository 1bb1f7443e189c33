import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#database/migrate.js'
import { lockWaitMsMax } from '#database/migration/insist.js'
import { migrationsFolder } from '#database/migration/read-migrations.js'
import type { FaultCheck } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { sleep } from '../support/time.js'
import { expectEachOnce } from '../support/training/lifters.js'
import { startBusyAthletes } from './migration-behind-reader/busy-athletes.js'
import { duringBackup } from './migration-behind-reader/paused-backup.js'

const addition = '9999_mood.sql'
/** The wait for one lock, and a busy machine. */
const answerMsMax = lockWaitMsMax + 2_000

/** The project's migrations and one more, which wants a table that everybody reads and writes. */
function moreMigrations(context: FaultContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-migrations-'))
  context.onEnd(async () => rmSync(folder, { recursive: true, force: true }))
  cpSync(migrationsFolder, folder, { recursive: true })
  writeFileSync(join(folder, addition), 'alter table workout_sessions add column mood integer;')
  return folder
}

/** A migration that finds a backup in its way lets everybody through, and is applied when it can. */
export const migrationBehindReader: FaultCheck = {
  name: 'a migration behind a backup under load: nobody is refused or waits long, and it is applied once the backup ends',
  run: async (context) => {
    const url = await context.makeDatabase()
    const api = await openApi(context, { url })
    const athletes = await startBusyAthletes(api)
    const lines: string[] = []
    let migrating: ReturnType<typeof migrate> | null = null
    const tables = await duringBackup(url, async () => {
      migrating = migrate({ url, folder: moreMigrations(context), log: (line) => lines.push(line) })
      await sleep(context.full ? 30_000 : 6_000)
    })
    assert.deepEqual(await migrating, { applied: [addition] }, lines.join('\n'))
    await athletes.stop()
    const tried = lines.filter((line) => line.includes('trying again')).length
    const ms = Math.round(athletes.msMax())
    assert.ok(tried > 0 && lines[0]?.includes('waits for workout_sessions'), lines.join('\n'))
    assert.ok(ms < answerMsMax, `a request took ${ms} ms`)
    // what stands in no folder of the project would be a finding
    await api.rows('delete from migrations.applied where name = $1', [addition])
    await expectEachOnce(api, athletes.acknowledged)
    await expectSound(api)
    return `${tables} tables in the backup; ${athletes.requests()} requests, all served, within ${ms} ms; applied at try ${tried + 1}`
  },
}
