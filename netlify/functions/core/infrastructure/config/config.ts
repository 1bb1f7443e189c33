import * as z from 'zod'
import { type DatabaseConfig, databaseEnvironment, databaseOf } from './database-config.js'
import {
  type CdnSettings,
  cdnEnvironment,
  cdnSettingsOf,
  type LibrarySettings,
  libraryEnvironment,
  librarySettingsOf,
} from './library-settings.js'
import { type MailSettings, mailEnvironment, mailFaults, mailOf } from './mail-settings.js'
import { type Origins, originList, originsOf } from './origins.js'
import { type Provider, providersJson } from './provider-settings.js'
import { type TracingSettings, tracingEnvironment, tracingOf } from './tracing-settings.js'

/** Every setting, parsed once. `.env.example` documents each, and a test compares the two. */
export type Config = {
  readonly database: DatabaseConfig
  readonly auth: {
    /**
     * Signs sessions, encrypts signing keys, and derives the keys of cursors and of webhooks'
     * secrets.
     */
    readonly secret: string
    /** The public address of this deployment, which is also the issuer of its tokens. */
    readonly baseUrl: string
    /** Further OpenID Connect issuers whose tokens are accepted. */
    readonly issuers: readonly Issuer[]
    /** With whom athletes may sign in, besides by email and password and by passkeys. */
    readonly providers: readonly Provider[]
  }
  readonly accounts: {
    /** Only who has verified their email address signs in by password. */
    readonly requireVerifiedEmail: boolean
  }
  /** Null where no mails are sent. */
  readonly mail: MailSettings | null
  readonly http: {
    /** Where pages in a browser may call from. */
    readonly origins: Origins
    /** Milliseconds that a whole request may take. */
    readonly deadlineMs: number
    /** Requests that a caller, and all callers of an account together, may send in each window. */
    readonly quota: { readonly requests: number; readonly accountRequests: number; readonly windowSeconds: number }
  }
  readonly webhooks: {
    /**
     * Lets deliveries go to private addresses, and to this machine over plain http; for development
     * and tests only.
     */
    readonly allowPrivate: boolean
  }
  readonly library: LibrarySettings
  readonly log: { readonly level: LogLevel }
  /** Null where no collector is configured. */
  readonly tracing: TracingSettings | null
}

export type Issuer = {
  readonly issuer: string
  readonly audience: string
  readonly jwksUrl: string
  readonly algorithms: readonly string[]
}

export type LogLevel = z.output<typeof logLevel>

const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])

const issuer = z.strictObject({
  issuer: z.url(),
  audience: z.string().min(1),
  jwksUrl: z.url(),
  algorithms: z.array(z.enum(['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256'])).min(1),
})

const issuersJson = z.string().transform((text, context): Issuer[] => {
  try {
    return z.array(issuer).parse(JSON.parse(text))
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a JSON array of {issuer, audience, jwksUrl, algorithms}' })
    return z.NEVER
  }
})

const environment = databaseEnvironment.extend({
  ...libraryEnvironment.shape,
  ...cdnEnvironment.shape,
  AUTH_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  BASE_URL: z.url().optional(),
  URL: z.url().optional(),
  AUTH_ISSUERS: issuersJson.default([]),
  ...mailEnvironment.shape,
  CORS_ORIGINS: originList.default([]),
  AUTH_PROVIDERS: providersJson.default([]),
  RATE_LIMIT_REQUESTS: z.coerce.number().int().min(1).max(1_000_000).default(600),
  RATE_LIMIT_ACCOUNT_REQUESTS: z.coerce.number().int().min(1).max(3_000_000).optional(),
  RATE_LIMIT_WINDOW_SECONDS: z.coerce.number().int().min(1).max(86_400).default(60),
  WEBHOOKS_ALLOW_PRIVATE: z.stringbool().default(false),
  REQUEST_DEADLINE_MS: z.coerce.number().int().min(100).max(60_000).default(8_000),
  LOG_LEVEL: logLevel.default('info'),
  ...tracingEnvironment.shape,
})

/** Names of all settings, for the test that holds `.env.example` against them. */
export const settingNames = Object.keys(environment.shape)

/** Thrown when settings are missing or wrong; the message lists all faults at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const databaseMissing = 'DATABASE_URL (or NETLIFY_DB_URL) is not set: give the URL of a PostgreSQL 15 to 18'
const secretMissing = 'AUTH_SECRET is not set: give 32 random characters or more, e.g. from `openssl rand -base64 32`'

/**
 * Parses the environment into nested, typed values.
 *
 * @throws ConfigError listing every fault at once, each with the setting's name.
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const settings = parseSettings(environment, env)
  const database = databaseOf(settings)
  const secret = settings.AUTH_SECRET
  const faults = mailFaults(settings)
  if (!database || !secret || faults.length > 0) {
    const missing = [database ? null : databaseMissing, secret ? null : secretMissing, ...faults]
    throw new ConfigError(missing.filter((fault) => fault !== null).join('\n'))
  }
  const baseUrl = settings.BASE_URL ?? settings.URL ?? 'http://localhost:8888'
  return {
    database,
    auth: {
      secret,
      baseUrl,
      issuers: settings.AUTH_ISSUERS,
      providers: settings.AUTH_PROVIDERS,
    },
    accounts: { requireVerifiedEmail: settings.REQUIRE_VERIFIED_EMAIL },
    mail: mailOf(settings),
    http: {
      origins: originsOf(settings, baseUrl),
      deadlineMs: settings.REQUEST_DEADLINE_MS,
      quota: {
        requests: settings.RATE_LIMIT_REQUESTS,
        accountRequests: settings.RATE_LIMIT_ACCOUNT_REQUESTS ?? 3 * settings.RATE_LIMIT_REQUESTS,
        windowSeconds: settings.RATE_LIMIT_WINDOW_SECONDS,
      },
    },
    webhooks: { allowPrivate: settings.WEBHOOKS_ALLOW_PRIVATE },
    library: librarySettingsOf(settings),
    log: { level: settings.LOG_LEVEL },
    tracing: tracingOf(settings),
  }
}

/**
 * Parses what commands on the database need, and nothing of the rest.
 *
 * @throws ConfigError listing every fault at once, each with the setting's name.
 */
export function parseDatabaseConfig(env: Record<string, string | undefined>): Config['database'] {
  const database = databaseOf(parseSettings(databaseEnvironment, env))
  if (!database) throw new ConfigError(databaseMissing)
  return database
}

/**
 * Parses who has to learn about a change of the library: Redis, and the CDN when its settings are
 * there.
 *
 * @throws ConfigError listing every fault at once, each with the setting's name.
 */
export function parseLibraryConfig(
  env: Record<string, string | undefined>,
): LibrarySettings & { readonly cdn: CdnSettings | { readonly missing: string } } {
  const settings = parseSettings(libraryEnvironment.extend(cdnEnvironment.shape), env)
  return { ...librarySettingsOf(settings), cdn: cdnSettingsOf(settings) }
}

/**
 * Parses how long a request may take.
 *
 * @throws ConfigError when it is no such number.
 */
export function parseDeadlineMs(env: Record<string, string | undefined>): number {
  return parseSettings(environment.pick({ REQUEST_DEADLINE_MS: true }), env).REQUEST_DEADLINE_MS
}

function parseSettings<Shape extends z.ZodObject>(shape: Shape, env: Record<string, string | undefined>) {
  const parsed = shape.safeParse(withoutEmpty(env))
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
}

/** Drops empty settings: an empty line in a `.env` file means "not set". */
function withoutEmpty(env: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}

let current: Config | undefined

/** The configuration of this process, parsed on first use. */
export function config(): Config {
  current ??= parseConfig(process.env)
  return current
}
