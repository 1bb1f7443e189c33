import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { peersFolder } from '../../folders.js'

const schema = join(import.meta.dirname, 'schema.prisma')
const generated = join(peersFolder, 'node_modules/.prisma/client/schema.prisma')

/**
 * Generates Prisma's client, when the schema is another than that of the last time. The engine that
 * it would download serves migrations and introspection, so any program may stand in its place.
 */
export async function generateClient(): Promise<void> {
  if (existsSync(generated) && readFileSync(generated, 'utf8') === readFileSync(schema, 'utf8')) return
  copyFileSync(schema, join(peersFolder, 'schema.prisma'))
  const command = join(peersFolder, 'node_modules/prisma/build/index.js')
  await promisify(execFile)(process.execPath, [command, 'generate', '--schema', 'schema.prisma'], {
    cwd: peersFolder,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  })
}
