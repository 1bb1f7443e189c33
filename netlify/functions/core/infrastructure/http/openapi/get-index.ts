import * as z from 'zod'
import type { Operation } from '#orchestration/contract.js'
import { query } from '#orchestration/operation.js'
import { apiName, apiVersion } from './api-info.js'

/** Where a newcomer goes from here: addresses on this host. */
const links = {
  self: '/api/v1',
  openapi: '/api/v1/openapi.json',
  documentation: '/',
  problems: '/problems',
  health: '/api/v1/health/ready',
  levels: '/api/v1/levels',
  categories: '/api/v1/categories',
  exercises: '/api/v1/exercises',
  signUp: '/api/v1/auth/sign-up/email',
  signIn: '/api/v1/auth/sign-in/email',
  me: '/api/v1/me',
} as const

const Link = z.string().max(200)

const said: Readonly<Record<keyof typeof links, string>> = {
  self: 'This index',
  openapi: 'Every operation, as an OpenAPI 3.1 document',
  documentation: 'Pages for people who build apps',
  problems: 'What each error means, and what a client can do about it',
  health: 'Whether requests can be served',
  levels: 'The levels of the library',
  categories: 'The categories of the library',
  exercises: 'The exercises of the library',
  signUp: 'Where an account is made, by POST',
  signIn: 'Where an athlete signs in, by POST',
  me: 'The athlete who calls',
}

const Index = z
  .strictObject({
    name: z.string().max(100).meta({ description: 'What this is called', example: apiName }),
    version: z.string().max(20).meta({ description: 'The version of the API', example: apiVersion }),
    links: z
      .strictObject(
        Object.fromEntries(
          Object.entries(links).map(([name, example]) => [
            name,
            Link.meta({ description: said[name as keyof typeof links], example }),
          ]),
        ),
      )
      .meta({ description: 'Addresses on this host' }),
  })
  .meta({ id: 'Index', description: 'Where to go from here' })

/** The operation at the address of the API itself. */
export const getIndex: Operation = query({
  id: 'index.get',
  http: { method: 'GET', path: '/', status: 200 },
  summary: 'List where to go from here',
  access: 'public',
  input: {},
  output: Index,
  refusals: [],
  run: async () => ({ name: apiName, version: apiVersion, links }),
})
