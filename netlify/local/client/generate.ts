import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { openApiDocument } from '#http/openapi/document.js'
import { documentedOperations } from '#http/openapi/operations.js'
import { operationsModule } from './operations-module.js'

/**
 * Makes the generated part of the client package from the operations: their types by hey-api, and
 * the table of their addresses. There is no second source, so nothing can drift.
 *
 * @param folder that is emptied, and written to.
 */
export async function generateClient(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const documented = documentedOperations()
  const document = join(folder, 'openapi.json')
  await writeFile(document, JSON.stringify(openApiDocument(documented)))
  await createClient({
    input: document,
    output: { path: folder, clean: false, importFileExtension: '.js' },
    plugins: ['@hey-api/typescript'],
    logs: { level: 'error', file: false },
  })
  await rm(document)
  await writeFile(join(folder, 'operations.gen.ts'), operationsModule(documented))
}
