import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { peersFolder } from '../folders.js'

/**
 * Builds a server of the bench into one file of plain JavaScript, so that none runs behind a loader;
 * packages stay outside and come from the peers' folder, else from the project. Returns its path.
 */
export async function buildServer(entry: string): Promise<string> {
  const name = entry.replaceAll(/[^a-z]+/g, '-')
  const outfile = join(peersFolder, 'built', `${name}.mjs`)
  mkdirSync(join(peersFolder, 'built'), { recursive: true })
  await build({
    entryPoints: [join(import.meta.dirname, '..', entry)],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  })
  return outfile
}
