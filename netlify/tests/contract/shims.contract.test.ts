import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { documentedOperations } from '#http/openapi/operations.js'
import { testSettings } from '#tests/support/environment.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const folder = join(import.meta.dirname, '../../functions')
const entries = readdirSync(folder, { withFileTypes: true })
const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)

const Shim = z.looseObject({
  default: z.custom<(request: Request, context: { ip: string }) => Promise<Response>>(
    (value) => typeof value === 'function',
  ),
  config: z.strictObject({
    path: z.union([z.string(), z.array(z.string())]).optional(),
    excludedPath: z.array(z.string()).default([]),
    schedule: z.string().optional(),
  }),
})

const shims = await Promise.all(files.map(async (name) => ({ name, ...Shim.parse(await import(join(folder, name))) })))

const pathsOf = ({ config }: (typeof shims)[number]) => [config.path ?? []].flat()

/** Finds the shims to which Netlify would hand a request for this path. */
function shimsFor(pathname: string) {
  const matches = (path: string) => new URLPattern({ pathname: path }).test({ pathname })
  return shims.filter((shim) => pathsOf(shim).some(matches) && !shim.config.excludedPath.some(matches))
}

beforeAll(() => {
  // no test here asks the database: the methods of a path are known without it
  const settings = { ...testSettings, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
})
afterAll(() => {
  vi.unstubAllEnvs()
})

test('the folder of functions has only shims and core, and core is no function', () => {
  expect(entries.filter((entry) => !entry.isFile()).map(({ name }) => name)).toEqual(['core'])
  expect(readdirSync(join(folder, 'core')).filter((name) => /^(index|core)\./.test(name))).toEqual([])
})

test.each(shims)('$name has either paths or a schedule', ({ config }) => {
  expect([config.path, config.schedule].filter((caller) => caller !== undefined)).toHaveLength(1)
  // cron as Netlify takes it: five fields, or a name
  if (config.schedule !== undefined) expect(config.schedule).toMatch(/^(@(hourly|daily)|\S+( \S+){4})$/)
})

test('clean-up, deliver-webhooks, make-exports and sum-up-weeks are the scheduled functions', () => {
  const scheduled = shims.filter(({ config }) => config.schedule !== undefined).map(({ name }) => name)
  expect(scheduled.sort()).toEqual(['clean-up.ts', 'deliver-webhooks.ts', 'make-exports.ts', 'sum-up-weeks.ts'])
})

test.each(files)('%s has at most 20 lines', (name) => {
  expect(name).toMatch(/^[a-z-]+\.ts$/)
  expect(readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(20)
})

describe.each(documentedOperations().map(({ id, http }) => [id, http] as const))('%s', (_, { method, path }) => {
  const pathname = `/api/v1${path.replaceAll(/\{\w+\}/g, '0198c0de-7a11-7000-8000-000000000001')}`

  test('is reached through exactly one shim, which serves it', async () => {
    const found = shimsFor(pathname)
    expect(
      found.map(({ name }) => name),
      pathname,
    ).toHaveLength(1)
    const response = await found[0]?.default(new Request(`${testBaseUrl}${pathname}`, { method: 'OPTIONS' }), {
      ip: '192.0.2.1',
    })
    expect(response?.status).toBe(204)
    expect(response?.headers.get('allow')?.split(', ')).toContain(method)
  })
})

describe('a path that no operation has', () => {
  test.each(['/api', '/api/', '/api/v1/nothing', '/api/v1/health', '/api/v1/levels/0', '/api/v2/me'])(
    '%s is answered by not-found alone, with a problem',
    async (pathname) => {
      const found = shimsFor(pathname)
      expect(found.map(({ name }) => name)).toEqual(['not-found.ts'])
      const response = await found[0]?.default(new Request(`${testBaseUrl}${pathname}`), { ip: '192.0.2.1' })
      expect(response?.status).toBe(404)
      expect(await response?.json()).toMatchObject({ code: 'ROUTE_NOT_FOUND' })
    },
  )

  test('not-found does not match the paths of the other shims', () => {
    const others = shims.filter(({ name }) => name !== 'not-found.ts').flatMap(pathsOf)
    for (const path of others) {
      const names = shimsFor(path.replace('*', 'any/thing')).map(({ name }) => name)
      expect(names, path).not.toContain('not-found.ts')
    }
  })
})
