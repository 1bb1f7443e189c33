import type { BetterAuthOptions } from 'better-auth'
import { getOAuthState } from 'better-auth/api'
import { TimeZone } from '#domain/values/time.schema.js'
import { keepSignUpRecord } from './sign-up-record.js'

type Hooks = NonNullable<BetterAuthOptions['databaseHooks']>

/** What a provider hands out for calls to itself. Nothing here calls it, so nothing is kept. */
const tokens = ['accessToken', 'refreshToken', 'idToken', 'accessTokenExpiresAt', 'refreshTokenExpiresAt'] as const

const nameMax = 100
const imageMax = 2_000

/** Keeps of an account at a provider who it is, and nothing that opens anything there. */
export const accountHooks: NonNullable<Hooks['account']> = {
  create: {
    before: async (account, context) => {
      const kept = withoutTokens(account)
      return (await keepSignUpRecord(kept, context)) ?? { data: kept }
    },
  },
  update: { before: async (account) => ({ data: withoutTokens(account) }) },
}

/**
 * Gives a newcomer whom a provider names the time zone that the page sent along, and a name where the
 * provider has none.
 */
export const userHooks: NonNullable<Hooks['user']> = {
  create: {
    before: async ({ name, image, ...user }) => {
      const timeZone = TimeZone.safeParse((await getOAuthState())?.timeZone)
      const known = name.trim() === '' ? (user.email.split('@')[0] ?? '') : name
      return {
        data: {
          ...user,
          name: [...known].slice(0, nameMax).join(''),
          image: image && image.length <= imageMax ? image : null,
          ...(timeZone.success ? { timeZone: timeZone.data } : {}),
        },
      }
    },
  },
}

function withoutTokens<Row extends object>(account: Row): Row {
  const held = tokens.filter((name) => name in account)
  return { ...account, ...Object.fromEntries(held.map((name) => [name, null])) }
}
