import * as z from 'zod'

/** Somebody with whom athletes may sign in: a provider that Better Auth knows, or any other one that speaks OpenID Connect. */
export type Provider = {
  readonly id: string
  /** What a button says. */
  readonly name: string
  /** Where an OpenID Connect provider says what it can; null for the known ones. */
  readonly discoveryUrl: string | null
  readonly clientId: string
  readonly clientSecret: string
  /** Asked for besides what signing in needs. */
  readonly scopes: readonly string[]
}

const known: Readonly<Record<string, string>> = { google: 'Google', apple: 'Apple', github: 'GitHub' }

/** The id under which passwords are stored beside providers. */
const reserved = 'credential'

const provider = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 lower-case letters, digits and hyphens')
      .refine((id) => id !== reserved, `must not be "${reserved}"`),
    name: z.string().min(1).max(100).optional(),
    discoveryUrl: z
      .url({ protocol: /^https?$/ })
      .refine(isSafe, 'must begin with https://, except on this machine')
      .optional(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    scopes: z.array(z.string().min(1)).default([]),
  })
  .superRefine(({ id, discoveryUrl }, context) => {
    const fault = discoveryFault(id, discoveryUrl)
    if (fault) context.addIssue({ code: 'custom', path: ['discoveryUrl'], message: fault })
  })
  .transform(
    ({ name, discoveryUrl, ...rest }): Provider => ({
      ...rest,
      name: name ?? known[rest.id] ?? rest.id,
      discoveryUrl: discoveryUrl ?? null,
    }),
  )

const providers = z
  .array(provider)
  .max(20)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'must not name an id twice')

/** Parses `AUTH_PROVIDERS`; every fault is told with its place. */
export const providersJson = z.string().transform((text, context): readonly Provider[] => {
  const parsed = providers.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

function discoveryFault(id: string, url: string | undefined): string | null {
  if (id in known) return url === undefined ? null : `must be left out: ${id} is known`
  return url === undefined ? `is missing: only ${Object.keys(known).join(', ')} are known without` : null
}

function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return 'no JSON'
  }
}
