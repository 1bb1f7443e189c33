import * as z from 'zod'
import { DatabaseError } from '#database/errors.js'
import type { Context } from '#orchestration/context.js'
import { query } from '#orchestration/operation.js'
import { refuseRequest } from '#orchestration/request-refusal.js'
import { findSchemaVersion } from '#queries/schema-version.js'

const Ready = z
  .strictObject({
    status: z.literal('ok').meta({ description: 'The database answers', example: 'ok' }),
    schemaVersion: z
      .string()
      .max(100)
      .meta({ description: 'The last migration that was applied', example: '0008_contract.sql' }),
    exercises: z.int().min(0).max(100_000).meta({ description: 'How many exercises the library has', example: 194 }),
  })
  .meta({ id: 'Ready', description: 'Readiness to serve' })

export const getReady = query({
  id: 'health.ready',
  http: { method: 'GET', path: '/health/ready', status: 200 },
  summary: 'Tell whether requests can be served',
  description:
    'Asks the database which schema it has; 503 when it is away or not migrated, and when the secret of this deployment does not open the key that signs access tokens, so that nobody can sign in.',
  access: 'public',
  uncached: true,
  input: {},
  output: Ready,
  refusals: ['SERVICE_UNAVAILABLE'],
  run: async (context) => {
    const found = await schemaVersion(context)
    if (!found) return refuseRequest('SERVICE_UNAVAILABLE', 'The database is not migrated yet.')
    const { secretMark, ...ready } = found
    if (secretMark !== null && secretMark !== context.secretMark()) {
      refuseRequest('SERVICE_UNAVAILABLE', 'The signing key cannot be opened with the secret of this deployment.')
    }
    return { status: 'ok' as const, ...ready }
  },
})

/** What is not migrated as far as this release has no such table, column, schema or role. */
const notMigrated: ReadonlySet<string | null> = new Set(['42P01', '42703', '3F000', '22023'])

async function schemaVersion({ read }: Context) {
  try {
    return await read(findSchemaVersion({}))
  } catch (error) {
    if (error instanceof DatabaseError && notMigrated.has(error.facts.sqlState)) return null
    throw error
  }
}
