import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { peersFolder } from './folders.js'

/** The bridge from Node to web requests, which our host and the peer on Hono stand on alike. */
export const bridge = { '@hono/node-server': '2.1.9' }

/**
 * Installs packages from npm, at these versions exactly, into the folder that git ignores, beside
 * those that are there. None of them runs a script, so nothing is downloaded but packages.
 *
 * @throws Error when npm cannot.
 */
export async function installPackages(packages: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(peersFolder, { recursive: true })
  const manifest = join(peersFolder, 'package.json')
  if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true,"type":"module"}\n')
  const missing = Object.entries(packages).filter(([name, version]) => installedVersion(name) !== version)
  if (missing.length === 0) return
  const wanted = missing.map(([name, version]) => `${name}@${version}`)
  await promisify(execFile)(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...wanted],
    {
      cwd: peersFolder,
    },
  )
}

function installedVersion(name: string): string | null {
  const path = join(peersFolder, 'node_modules', name, 'package.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : null
}
