import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SendMail } from './mail.js'

/**
 * Writes mails into a folder instead of sending them, for development and tests: one JSON file for
 * each, {id, at, to, subject, text, html, links}, named by its instant so that names sort. A file
 * appears whole.
 */
export function outbox(folder: string): SendMail {
  return async (mail) => {
    const [id, at] = [randomUUID(), new Date().toISOString()]
    const file = join(folder, `${at.replaceAll(':', '-')}-${id}.json`)
    await mkdir(folder, { recursive: true })
    await writeFile(`${file}.part`, `${JSON.stringify({ id, at, ...mail }, null, 2)}\n`, { mode: 0o600 })
    await rename(`${file}.part`, file)
  }
}
