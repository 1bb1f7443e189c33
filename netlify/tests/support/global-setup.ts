import type { TestProject } from 'vitest/node'
import { makeTemplates, type Templates } from './template.js'
import { startTestServer } from './test-server.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's maintenance database, and the databases that test files copy. */
    readonly testServer: Templates & { readonly url: string; readonly prefix: string }
  }
}

/** Starts a PostgreSQL once per run, and makes the databases that test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  try {
    const templates = await makeTemplates(server)
    project.provide('testServer', { url: server.url, prefix: server.prefix, ...templates })
  } catch (error) {
    await server.stop()
    throw error
  }
  return () => server.stop()
}
