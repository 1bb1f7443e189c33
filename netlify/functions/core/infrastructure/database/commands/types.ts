import { runCommand } from '#infrastructure/command-line/run-command.js'
import { type GeneratedFile, writeOrCheck } from './generated-file.js'
import { writeTableTypes } from './table-types/write-types.js'

/** The tables' rows as TypeScript types. */
export const typesFile: GeneratedFile = {
  name: 'tables.generated.ts',
  command: 'db:types',
  generate: writeTableTypes,
}

await runCommand(import.meta.url, () => writeOrCheck(typesFile))
