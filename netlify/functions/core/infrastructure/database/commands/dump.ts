import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { migrate } from '../migrate.js'
import { withPgSession } from '../pg-session/pg-session.js'
import { withScratchDatabase } from '../pg-session/scratch-database.js'
import { dumpSchema } from './schema-dump/dump-schema.js'

/** The readable dump of the whole schema. */
export const schemaFile = fileURLToPath(new URL('../schema.sql', import.meta.url))

/** Dumps the schema of a scratch database that it creates, migrates and drops. */
export function schemaOfMigrations(url: string): Promise<string> {
  return withScratchDatabase(url, async (scratch) => {
    await migrate({ url: scratch })
    return withPgSession(scratch, dumpSchema)
  })
}

type Outcome = { readonly path: string; readonly text: string; readonly check: boolean }

/**
 * Writes the new text into a file, or with `check` only prints how the file differs; returns the
 * exit code.
 */
export function settle({ path, text, check }: Outcome): number {
  const shown = relative(process.cwd(), path)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (before !== text && check) return drifted(shown, before, text)
  if (before !== text) writeFileSync(path, text)
  console.log(before === text ? mark.skipped(`${shown} is up to date`) : mark.done(`${shown} written`))
  return exitCodes.ok
}

function drifted(shown: string, before: string, after: string): number {
  console.error(mark.wrong(`${shown} is not what the migrations make: npm run db:dump, and commit it`))
  for (const line of differences(before.split('\n'), after.split('\n')).slice(0, 20)) console.error(`  ${line}`)
  return exitCodes.found
}

/** Lists the lines that only one of the two texts has. */
function differences(before: readonly string[], after: readonly string[]): string[] {
  const [had, has] = [new Set(before), new Set(after)]
  return [
    ...before.filter((line) => !has.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !had.has(line)).map((line) => `+ ${line}`),
  ]
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ check: { type: 'boolean' } }, 'npm run db:dump [-- --check]')
  const text = await schemaOfMigrations(parseDatabaseConfig(process.env).directUrl)
  return settle({ path: schemaFile, text, check: values.check === true })
})
