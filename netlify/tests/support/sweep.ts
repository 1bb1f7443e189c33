import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '#local/postgres/pid-file.js'

/** The id of the process that owns a folder follows this prefix. */
export const testFolderPrefix = 'calistheniq-test-'

/** Removes the data folders of runs that were killed, and ends their servers. */
export function sweepTestFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(testFolderPrefix)) continue
    const owner = Number.parseInt(name.slice(testFolderPrefix.length), 10)
    if (isAlive(owner)) continue
    rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 3 })
  }
}
