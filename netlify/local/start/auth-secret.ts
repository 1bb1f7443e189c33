import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Returns the secret of this clone. It is made once and kept in the data folder, so that sessions
 * and signing keys outlive a restart.
 */
export function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'auth-secret')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}
