import { createHash } from 'node:crypto'
import type { Where } from 'better-auth'

/** What the account service asks of its database, as far as it can hold a token. */
type Asked = { readonly model: string; readonly where?: Where[] | undefined; readonly data?: Record<string, unknown> }

/** How a session token is stored: SHA-256, hex. Its 190 random bits need no salt and no slow hash. */
function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Asks for sessions by the hashes of their tokens. */
export function byHash<Question extends Asked>(asked: Question): Question {
  if (asked.model !== 'session' || !asked.where) return asked
  return {
    ...asked,
    where: asked.where.map((one) => (one.field === 'token' ? { ...one, value: hashed(one.value) } : one)),
  }
}

/** Puts the hash of a session's token in its place. */
export function withHash<Row extends Record<string, unknown>>(model: string, row: Row): Row {
  return model === 'session' && 'token' in row ? { ...row, token: hashed(row.token) } : row
}

/** Gives a session that was asked for by its token, or made with it, that token instead of the hash. */
export function withToken<Row>(asked: Asked, row: Row): Row {
  if (asked.model !== 'session' || !hasToken(row)) return row
  const token = tokensOf(asked).find((known) => hashOfToken(known) === row.token)
  return token === undefined ? row : { ...row, token }
}

function hashed<Value>(value: Value): Value | string | string[] {
  if (typeof value === 'string') return hashOfToken(value)
  return Array.isArray(value) ? value.map((one) => hashOfToken(String(one))) : value
}

function hasToken(row: unknown): row is { token: unknown } {
  return typeof row === 'object' && row !== null && 'token' in row
}

function tokensOf({ where = [], data = {} }: Asked): string[] {
  const asked = where.flatMap(({ field, value }) => (field === 'token' ? value : []))
  return [...asked, data.token].filter((value) => typeof value === 'string')
}
