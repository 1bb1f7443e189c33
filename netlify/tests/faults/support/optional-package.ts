import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NotRun } from '../fault-check.js'

const resolve = createRequire(import.meta.url).resolve

/** The folder of a package that only some checks need; throws NotRun where it is not installed. */
export function folderOf(name: string): string {
  try {
    return dirname(resolve(`${name}/package.json`))
  } catch {
    throw new NotRun(`the npm package ${name} is not installed`)
  }
}

/** Every file below a folder, as bytes, by its path. */
export function filesBelow(folder: string, extension: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(extension))
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]))
}
