import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf } from '#infrastructure/command-line/run-command.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { withPgSession } from '../connect.js'
import { migrate } from '../migrate.js'
import { withScratchDatabase } from '../scratch-database.js'

/** A file of this folder that is written from the migrated database, and by whom. */
export type GeneratedFile = {
  readonly name: string
  readonly command: string
  readonly generate: (session: Session) => Promise<string>
}

export type Session = Parameters<Parameters<typeof withPgSession>[1]>[0]

/** Migrates a database that is made for it and dropped after, and generates from that. */
export function generateFromMigrations<Result>(url: string, generate: (session: Session) => Promise<Result>) {
  return withScratchDatabase(url, async (scratch) => {
    await migrate({ url: scratch })
    return withPgSession(scratch, generate)
  })
}

/** Writes the file, or with `--check` says whether it is as it would be written; the exit code. */
export async function writeOrCheck({ name, command, generate }: GeneratedFile): Promise<number> {
  const { values } = optionsOf({ check: { type: 'boolean' } }, `npm run ${command} [-- --check]`)
  const text = await generateFromMigrations(parseDatabaseConfig(process.env).directUrl, generate)
  return settle({ path: pathOf(name), text, command, check: values.check === true })
}

/** Where a generated file stands. */
export function pathOf(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}

type Outcome = { readonly path: string; readonly text: string; readonly command: string; readonly check: boolean }

/** Brings a file to what was generated, or only says how it differs. */
export function settle({ path, text, command, check }: Outcome): number {
  const shown = relative(process.cwd(), path)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (before !== text && check) return drifted(shown, command, before, text)
  if (before !== text) writeFileSync(path, text)
  console.log(before === text ? mark.skipped(`${shown} is up to date`) : mark.done(`${shown} written`))
  return exitCodes.ok
}

function drifted(shown: string, command: string, before: string, after: string): number {
  console.error(mark.wrong(`${shown} is not what the migrations make: npm run ${command}, and commit it`))
  for (const line of differences(before.split('\n'), after.split('\n')).slice(0, 20)) console.error(`  ${line}`)
  return exitCodes.found
}

/** Lines that only one of the two has. */
function differences(before: readonly string[], after: readonly string[]): string[] {
  const [had, has] = [new Set(before), new Set(after)]
  return [
    ...before.filter((line) => !has.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !had.has(line)).map((line) => `+ ${line}`),
  ]
}
