import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Makes an empty folder, and removes it with everything in it after this test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
