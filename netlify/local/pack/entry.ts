import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '@netlify/functions'

/**
 * Writes the file that Netlify finds in the folder of a function, and returns its path.
 *
 * Netlify reads `config` from the text of this file alone, without running it. `nodeBundler` and
 * `includedFiles` tell it to take the folder as it is: tracing would put what is loaded late into the
 * file that is loaded at once.
 */
export async function writeEntry(folder: string, name: string, config: Config): Promise<string> {
  const entry = join(folder, `${name}.mjs`)
  const told = { ...config, nodeBundler: 'none', includedFiles: ['*.mjs', '*.br'] }
  await writeFile(entry, `export { default } from './bundle.mjs'\nexport const config = ${JSON.stringify(told)}\n`)
  return entry
}
