import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { type MigrationFile, parseMigration } from './migration-file.js'

/** The folder with this project's migrations. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))

/**
 * Reads the `.sql` files of a folder, in the order of their numbers.
 *
 * @throws CommandError (refused) when a file cannot be a migration, or two have the same number.
 */
export function readMigrations(folder: string = migrationsFolder): MigrationFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const files = names.sort().map((name) => parseMigration(name, readFileSync(join(folder, name), 'utf8')))
  files.forEach((file, index) => {
    const before = files[index - 1]
    if (before?.number === file.number)
      throw new CommandError(
        exitCodes.refused,
        `${before.name} and ${file.name} have one number: give the one that landed last the next free number`,
      )
  })
  return files
}
