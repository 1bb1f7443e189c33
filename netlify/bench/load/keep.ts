import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageOf } from './page/page.js'
import type { Kept, Kind, Result } from './result.js'

/** Reads what earlier runs have kept in a folder. */
export function readKept(folder: string): Kept {
  const path = join(folder, 'performance.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/** Keeps a result beside those of other kinds, over the parts that it has measured, and writes the page anew. */
export function keep(folder: string, kind: Kind, result: Result): void {
  const kept = readKept(folder)
  const all = { ...kept, [kind]: merged(kept[kind], result) }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'performance.json'), `${JSON.stringify(all, rounded, 1)}\n`)
  writeFileSync(join(folder, 'performance.md'), pageOf(all))
}

/** Puts new parts over those before. The machine is that of the load, and only a load tells which peers did not run. */
export function merged(before: Result | undefined, result: Result): Result {
  const all = { ...before, ...result }
  if (!before?.load || result.load) return all
  return { ...all, machine: before.machine, notRun: { ...before.notRun, ...result.notRun } }
}

/** More digits than the machine's noise leaves would only be different each time. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value
}
