import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedFunction } from './pack.js'

export type Measured = {
  readonly name: string
  readonly zippedBytes: number
  readonly files: number
  /** How long a fresh process takes to import it, in milliseconds: the median of the runs. */
  readonly loadMs: number
  /** The largest packages in it, unpacked, the largest first. */
  readonly heaviest: readonly string[]
}

const runs = 5

/** Measures a function from its archive and its unpacked copy. */
export function measure(zipped: PackedFunction, unpacked: PackedFunction): Measured {
  return {
    name: zipped.name,
    zippedBytes: statSync(zipped.path).size,
    files: filesBelow(unpacked.path).length,
    loadMs: median(Array.from({ length: runs }, () => loadMs(unpacked))),
    heaviest: heaviestPackages(unpacked.path),
  }
}

/**
 * Measures how long it takes to import what Netlify's entry file imports, in a process that has
 * loaded nothing yet.
 */
function loadMs({ name, path }: PackedFunction): number {
  const file = join(path, 'netlify/functions', `${name}.mjs`)
  const program = `const start = performance.now(); await import(process.argv[1]); console.log(performance.now() - start)`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program, file], { encoding: 'utf8' })
  return Number(printed)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function heaviestPackages(folder: string): string[] {
  const bytes = new Map<string, number>()
  for (const file of filesBelow(folder)) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]
    if (name) bytes.set(name, (bytes.get(name) ?? 0) + statSync(file).size)
  }
  const sorted = [...bytes].sort(([, a], [, b]) => b - a).slice(0, 3)
  return sorted.map(([name, size]) => `${name} ${Math.round(size / 1000)} kB`)
}
