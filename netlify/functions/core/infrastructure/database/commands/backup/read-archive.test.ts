import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { testDatabase } from '#tests/support/database.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'
import { backup } from '../backup.js'
import { checkArchive } from './check-archive.js'

const db = await testDatabase()
const folder = temporaryFolder()
const whole = join(folder, 'whole.backup')
let bytes: Buffer
let lines: string[]

beforeAll(async () => {
  for (const name of ['Ada', 'Grace', 'Barbara']) await db.insertAthlete({ name })
  await db.rows(`insert into app.settings (key, value) values ('a', '1'), ('b', '"two"')`)
  await backup({ url: db.url, file: whole })
  bytes = readFileSync(whole)
  lines = gunzipSync(bytes).toString().split('\n')
})

const file = join(folder, 'other.backup')

/** What is said of these bytes, under another name. */
async function told(content: Buffer): Promise<string> {
  writeFileSync(file, content)
  try {
    await checkArchive(file)
    return 'whole'
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    expect(error.exitCode).toBe(4)
    return error.message.replaceAll(file, 'FILE')
  }
}
const toldOfLines = (changed: readonly string[]) => told(gzipSync(changed.join('\n')))
const indexOf = (mark: string) => lines.findIndex((line) => line.includes(mark))

test('checkArchive tells what a backup contains', async () => {
  const { header, manifest } = await checkArchive(whole)
  expect(header.migrations.at(0)?.name).toBe('0001_foundations.sql')
  expect(header.tables.map(({ name }) => name)).toEqual(manifest.tables.map(({ name }) => name))
  const counts = new Map(manifest.tables.map(({ name, rows }) => [name, rows]))
  expect([counts.get('public.users'), counts.get('app.settings'), counts.get('public.goals')]).toEqual([3, 2, 0])
})

test('the checksums of a backup can be recomputed by anybody', () => {
  const manifest = JSON.parse(lines.at(-2) ?? '')
  const sum = (some: readonly string[]) =>
    createHash('sha256')
      .update(some.map((line) => `${line}\n`).join(''))
      .digest('hex')
  expect(manifest.sha256).toBe(sum(lines.slice(0, -2)))
  const users = indexOf('{"table":"public.users"}')
  expect(manifest.tables.find(({ name }: { name: string }) => name === 'public.users')).toEqual({
    name: 'public.users',
    rows: 3,
    sha256: sum(lines.slice(users + 1, users + 4)),
  })
})

test('checkArchive detects a file that is cut anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
      expect(await told(bytes.subarray(0, length))).toBe(
        'FILE is not a whole backup: it was cut short. Take another one.',
      )
    }),
    { numRuns: 60 },
  )
})

test('checkArchive detects a text that is cut anywhere and compressed again', async () => {
  const text = lines.join('\n')
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: text.length - 1 }), async (length) => {
      expect(await told(gzipSync(text.slice(0, length)))).toMatch(/^FILE is not a whole backup: /)
    }),
    { numRuns: 60 },
  )
})

test('checkArchive detects any flipped bit that changes the content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), async (place, bit) => {
      const turned = Buffer.from(bytes)
      turned[place] = (turned[place] ?? 0) ^ (1 << bit)
      const answer = await told(turned)
      // the head of a gzip has a time and a system, which say nothing of the content
      if (answer === 'whole') expect(gunzipSync(turned).toString()).toBe(lines.join('\n'))
      else expect(answer).toMatch(/^FILE is not a whole backup: /)
    }),
    { numRuns: 150 },
  )
})

test('checkArchive names the table of a changed row', async () => {
  const changed = lines.map((line) => line.replace('"Grace"', '"Grase"'))
  expect(await toldOfLines(changed)).toContain('the rows of public.users are not those that were written')
})

test('checkArchive names the table of a missing or additional row', async () => {
  const at = indexOf('"Grace"')
  expect(await toldOfLines(lines.toSpliced(at, 1))).toContain('public.users has 2 rows, and 3 by its manifest')
  expect(await toldOfLines(lines.toSpliced(at, 0, lines[at] ?? ''))).toContain(
    'public.users has 4 rows, and 3 by its manifest',
  )
})

test('checkArchive detects rows in another order', async () => {
  const at = indexOf('{"table":"public.users"}')
  const swapped = lines.toSpliced(at + 1, 2, lines[at + 2] ?? '', lines[at + 1] ?? '')
  expect(await toldOfLines(swapped)).toContain('the rows of public.users are not those that were written')
})

test('checkArchive detects a missing table', async () => {
  const at = indexOf('{"table":"public.goals"}')
  expect(await toldOfLines(lines.toSpliced(at, 1))).toMatch(/public\.goals should come where \S+ does/)
})

test('checkArchive detects a changed header', async () => {
  const changed = lines.with(0, (lines[0] ?? '').replace('0001_foundations', '0001_fundaments'))
  expect(await toldOfLines(changed)).toContain('its SHA-256 is not that of its manifest')
})

test('checkArchive detects content after the end', async () => {
  expect(await toldOfLines([...lines.slice(0, -1), '["more"]', ''])).toContain('it goes on after its end')
  expect(await told(Buffer.concat([bytes, gzipSync('["more"]\n')]))).toContain('it goes on after its end')
})

test.each([
  ['text', Buffer.from('select 1;\n'), 'its bytes are not those that were written'],
  ['an empty file', Buffer.alloc(0), 'it was cut short'],
  ['compressed text', gzipSync('select 1;\n'), 'one of its lines is not JSON'],
  ['compressed JSON', gzipSync('{"format":"pg_dump"}\n'), 'it does not begin as one'],
  ['compressed emptiness', gzipSync(''), 'it was cut short'],
])('checkArchive refuses %s', async (_, content, reason) => {
  expect(await told(content)).toContain(reason)
})

test('checkArchive says that a file does not exist', async () => {
  await expect(checkArchive(join(folder, 'none.backup'))).rejects.toMatchObject({
    exitCode: 2,
    message: `There is no file ${join(folder, 'none.backup')}.`,
  })
})
