import { runCommand } from '#infrastructure/command-line/run-command.js'
import { type GeneratedFile, writeOrCheck } from './generated-file.js'
import { dumpSchema } from './schema-dump/dump-schema.js'

/** The readable whole of the schema. */
export const schemaFile: GeneratedFile = { name: 'schema.sql', command: 'db:dump', generate: dumpSchema }

await runCommand(import.meta.url, () => writeOrCheck(schemaFile))
