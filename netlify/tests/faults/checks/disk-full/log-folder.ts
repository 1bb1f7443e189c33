import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Moves the log of a PostgreSQL that is not running into a folder, with the owners of its files.
 */
export function moveLog(dataFolder: string, folder: string): void {
  const [log, moved] = [join(dataFolder, 'pg_wal'), join(folder, 'pg_wal')]
  const { status, stderr } = spawnSync('mv', [log, moved], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the log could not be moved: ${stderr}`)
  symlinkSync(moved, log)
}
