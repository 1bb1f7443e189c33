import type { LockedPackage } from './lockfile.js'

/** What may be part of the product: none of these asks anything of those who only use it. */
const inProduction: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Unlicense',
])

/** What tools may have besides, because they are never handed on. */
const inTools: ReadonlySet<string> = new Set([
  ...inProduction,
  'BSD',
  'CC-BY-3.0',
  'LGPL-3.0-or-later',
  'PSF-2.0',
  'Python-2.0',
])

/** What packages say elsewhere: in their readme, or in words of their own. */
const saidElsewhere: Readonly<Record<string, string>> = {
  '@netlify/binary-info': 'Apache-2.0',
  callsite: 'MIT',
  precond: 'MIT',
}

/** Says of each package whose licence is not on the list what its licence is. */
export function judgeLicences(packages: readonly LockedPackage[]): string[] {
  return packages.flatMap(({ name, path, dev, licence }) => {
    const said = saidElsewhere[name] ?? licence
    if (said !== null && isAllowed(said, dev ? inTools : inProduction)) return []
    return [`${name} (${path}${dev ? ', for development' : ''}): ${said ?? 'says no licence'}`]
  })
}

/** Reads an SPDX expression: one of those around `OR` is enough, all of those around `AND` count. */
function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1')
  // brackets within brackets are not read, and so not allowed
  return bare.split(/\s+OR\s+/).some((part) => part.split(/\s+AND\s+/).every((id) => allowed.has(id.trim())))
}
