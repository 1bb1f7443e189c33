import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/** A package that is installed, as the lockfile names it. */
export type LockedPackage = {
  /** Where it is installed, e.g. `node_modules/a/node_modules/b`. */
  readonly path: string
  readonly name: string
  /** True when it is only needed to develop; the other packages reach production. */
  readonly dev: boolean
  /** As the package says it, usually an SPDX expression; null when it says nothing. */
  readonly licence: string | null
}

const Lockfile = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().default(false), license: z.string().optional() })),
})

/** Reads the packages of `package-lock.json` in a folder. */
export function readLockfile(folder: string): LockedPackage[] {
  const { packages } = Lockfile.parse(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')))
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { dev, license }]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      dev,
      licence: license ?? licenceOfOld(join(folder, path, 'package.json')),
    }))
}

const OldPackage = z.object({ licenses: z.array(z.object({ type: z.string() })).min(1) })

/** Old packages list their licences in a form that lockfiles leave out. */
function licenceOfOld(file: string): string | null {
  if (!existsSync(file)) return null
  const { data } = OldPackage.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return data ? data.licenses.map(({ type }) => type).join(' OR ') : null
}
