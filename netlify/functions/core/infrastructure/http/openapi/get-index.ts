import * as z from 'zod'
import type { Operation } from '#orchestration/contract.js'
import { query } from '#orchestration/operation.js'
import { apiName, apiVersion } from './api-info.js'

type Link = { readonly href: string; readonly leadsTo: string }

/** Where a newcomer goes from here, besides the operations that need nothing but their address. */
const named = {
  self: { href: '/api/v1', leadsTo: 'This index' },
  openapi: { href: '/api/v1/openapi.json', leadsTo: 'Every operation, as an OpenAPI 3.1 document' },
  documentation: { href: '/', leadsTo: 'Pages for people who build apps' },
  problems: { href: '/problems', leadsTo: 'What each error means, and what a client can do about it' },
  signUp: { href: '/api/v1/auth/sign-up/email', leadsTo: 'Where an account is made, by POST' },
  signIn: { href: '/api/v1/auth/sign-in/email', leadsTo: 'Where an athlete signs in, by POST' },
} as const satisfies Record<string, Link>

/**
 * Makes the operation at the address of the API itself.
 *
 * @param operations what it links to: each that reads, and has no parameters in its path.
 */
export function getIndex(operations: readonly Operation[]): Operation {
  const links: Record<string, Link> = { ...named, ...linksTo(operations) }
  const hrefs = Object.fromEntries(Object.entries(links).map(([name, { href }]) => [name, href]))
  return query({
    id: 'index.get',
    http: { method: 'GET', path: '/', status: 200 },
    summary: 'List where to go from here',
    access: 'public',
    input: {},
    output: indexOf(links),
    refusals: [],
    run: async () => ({ name: apiName, version: apiVersion, links: hrefs }),
  })
}

function linksTo(operations: readonly Operation[]): Record<string, Link> {
  const found = operations.filter(({ http: { method, path } }) => method === 'GET' && !path.includes('{'))
  return Object.fromEntries(
    found.map(({ http: { path }, summary }) => [nameOf(path), { href: `/api/v1${path}`, leadsTo: summary }]),
  )
}

/** Names a link after its path: `/me/next-workout` is `meNextWorkout`. */
function nameOf(path: string): string {
  return path.slice(1).replaceAll(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())
}

function indexOf(links: Readonly<Record<string, Link>>) {
  const shape = Object.entries(links).map(([name, { href, leadsTo }]) => [
    name,
    z.string().max(200).meta({ description: leadsTo, example: href }),
  ])
  return z
    .strictObject({
      name: z.string().max(100).meta({ description: 'What this is called', example: apiName }),
      version: z.string().max(20).meta({ description: 'The version of the API', example: apiVersion }),
      links: z.strictObject(Object.fromEntries(shape)).meta({ description: 'Addresses on this host' }),
    })
    .meta({ id: 'Index', description: 'Where to go from here' })
}
