import type { TestProject } from 'vitest/node'
import { migrateTemplate } from './template.js'
import { startTestServer } from './test-server.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's maintenance database, and the migrated database that each test file copies. */
    readonly testServer: { readonly url: string; readonly template: string; readonly prefix: string }
  }
}

/** Starts a PostgreSQL once per run, and makes the migrated database that test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  try {
    const template = await migrateTemplate(server)
    project.provide('testServer', { url: server.url, template, prefix: server.prefix })
  } catch (error) {
    await server.stop()
    throw error
  }
  return () => server.stop()
}
