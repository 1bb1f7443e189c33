import * as z from 'zod'

/** The database and how to reach it. */
export type DatabaseConfig = {
  /** The URL of units of work: Neon's pooled URL, or any PostgreSQL. */
  readonly url: string
  /** The direct URL, for migrations and for anything that needs a session of its own. */
  readonly directUrl: string
  /** A replica for queries that tolerate lag; null where there is none. */
  readonly readUrl: string | null
  /** An endpoint that speaks Neon's HTTP protocol, when it is not Neon itself. */
  readonly neonEndpoint: string | null
}

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// or postgresql:// URL')

export const databaseEnvironment = z.object({
  DATABASE_URL: postgresUrl.optional(),
  NETLIFY_DB_URL: postgresUrl.optional(),
  DATABASE_URL_UNPOOLED: postgresUrl.optional(),
  NETLIFY_DB_URL_UNPOOLED: postgresUrl.optional(),
  DATABASE_READ_URL: postgresUrl.optional(),
  NEON_ENDPOINT: z.url().optional(),
})

/**
 * Picks the URLs. The direct URL belongs to the pooled one next to it, so migrations never go to
 * another database than the work.
 */
export function databaseOf(settings: z.output<typeof databaseEnvironment>): DatabaseConfig | null {
  const { DATABASE_URL, NETLIFY_DB_URL } = settings
  const url = DATABASE_URL ?? NETLIFY_DB_URL
  if (!url) return null
  const unpooled = DATABASE_URL ? settings.DATABASE_URL_UNPOOLED : settings.NETLIFY_DB_URL_UNPOOLED
  return {
    url,
    directUrl: unpooled ?? url,
    readUrl: settings.DATABASE_READ_URL ?? null,
    neonEndpoint: settings.NEON_ENDPOINT ?? null,
  }
}
