import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { migrationsFolder, readMigrations } from '../migration/read-migrations.js'

const usage = 'npm run db:new -- slug-in-kebab-case'
const header = `-- Say what this changes, and why. It runs in a transaction of its own and never changes once it has landed;
-- a first line "--! no-transaction" opts out, for what PostgreSQL refuses inside one.
`

/**
 * Writes the next migration, with only a header in it, and returns its path.
 *
 * @throws CommandError (usage) when the slug is not in kebab-case.
 */
export function newMigration(slug: string | undefined, folder: string = migrationsFolder): string {
  if (slug === undefined || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
    throw new CommandError(exitCodes.usage, `Give the migration a name in kebab-case. Usage: ${usage}`)
  const last = readMigrations(folder).at(-1)?.number ?? 0
  const path = join(folder, `${String(last + 1).padStart(4, '0')}_${slug}.sql`)
  writeFileSync(path, header, { flag: 'wx' })
  return path
}

await runCommand(import.meta.url, async () => {
  const { values, positionals } = optionsOf({ folder: { type: 'string' } }, usage, { allowPositionals: true })
  if (positionals.length > 1) throw new CommandError(exitCodes.usage, `Give one name. Usage: ${usage}`)
  console.log(mark.done(relative(process.cwd(), newMigration(positionals[0], values.folder))))
  return exitCodes.ok
})
