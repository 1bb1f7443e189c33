import { expect } from 'vitest'
import * as z from 'zod'
import { accountRoutes } from '#http/accounts/routes.js'
import type { Ask } from '#tests/support/account-walks/walk.js'
import type { TestApi } from '#tests/support/api.js'

/**
 * Asks routes of the account service through Prism, and notes in `asked` which operations those are. Prism
 * follows a redirect and would judge what is there, so what leads on is asked of the upstream itself.
 */
export function askAccount(through: TestApi['fetch'], upstreamUrl: string, asked: Set<string>): Ask {
  const directly: TestApi['fetch'] = (path, init) => fetch(`${upstreamUrl}${path}`, init)
  return async (name, { token, params = {}, query = {}, body } = {}) => {
    const { method, path, output } = accountRoutes[name]
    const filled = path.replace(/\{(\w+)\}/g, (_, parameter: string) => encodeURIComponent(params[parameter] ?? ''))
    const search = new URLSearchParams(query).toString()
    const fetchApi = output === null || 'callbackURL' in query ? directly : through
    const response = await fetchApi(search ? `${filled}?${search}` : filled, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    asked.add(`accounts.${name}`)
    const text = await response.text()
    expect(response.status, `${name}: ${text}`).toBeLessThan(400)
    const answer: unknown = text === '' ? { to: response.headers.get('location') } : JSON.parse(text)
    if (Array.isArray(answer)) return { items: answer }
    return z.record(z.string(), z.unknown()).nullable().parse(answer) ?? {}
  }
}
