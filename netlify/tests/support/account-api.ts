import { randomBytes, randomUUID } from 'node:crypto'
import * as z from 'zod'
import { serveAccounts } from '#http/accounts/serve-accounts.js'
import type { Environment } from '#http/environment.js'
import { testBaseUrl } from './tokens.js'

/** What the answers of the account service have in common, as far as tests look at it. */
const Body = z.looseObject({
  token: z
    .string()
    .nullish()
    .transform((token) => token ?? ''),
  sessionToken: z
    .string()
    .nullish()
    .transform((token) => token ?? ''),
  accessToken: z.string().default(''),
  user: z
    .looseObject({ id: z.string() })
    .nullish()
    .transform((user) => user ?? { id: '' }),
  code: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.looseObject({ code: z.string(), pointer: z.string().optional() })).default([]),
})

type Sent = { body?: unknown; headers?: Record<string, string>; ip?: string; at?: ReturnType<typeof serveAccounts> }

/** Sends requests below `/api/v1/auth` as the function would serve them, each from a fresh address. */
export function accountApi(environmentOf: () => Environment) {
  const serve = serveAccounts(environmentOf)
  return async (method: string, path: string, { body, headers = {}, ip = freshAddress(), at = serve }: Sent = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const request = new Request(`${testBaseUrl}/api/v1/auth${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: text }),
    })
    const response = await at(request, { ip })
    const read = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text: read,
      body: Body.parse(objectOf(read)),
    }
  }
}

/** An address that nobody attempted anything from. */
export const freshAddress = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`

/** Somebody who has no account yet. */
export const newcomer = () => ({
  email: `${randomUUID()}@Example.com`,
  password: 'correct horse battery',
  name: 'Ada',
  timeZone: 'Europe/Berlin',
})

/** The header that presents a token. */
export const bearing = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

/** Parses an answer; a list has no fields. */
function objectOf(text: string): unknown {
  const parsed: unknown = JSON.parse(text || '{}')
  return Array.isArray(parsed) ? {} : (parsed ?? {})
}
