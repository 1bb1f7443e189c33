import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withClient } from '#tests/support/with-client.js'
import { ourName } from './host/our-subject.js'
import { readKept } from './keep.js'
import { titles } from './operations/ask.js'
import type { Result } from './result.js'

const { url } = inject('testServer')
const folder = mkdtempSync(join(tmpdir(), 'calistheniq-bench-test-'))
const [sessions, athletes] = [150, 30]
const tiny = ['--quick', '--rounds', '1', '--seconds', '0.05', '--times', '1', '--connections', '16', '--out', folder]
let result: Result | undefined
let before: readonly string[] = []

const databases = async () => {
  const { rows } = await withClient(url, (client) =>
    client.query<{ datname: string }>(`select datname from pg_database where datname like 'calistheniq_bench_%'`),
  )
  return rows.map(({ datname }) => datname)
}

beforeAll(async () => {
  before = await databases()
  const args = [...tiny, '--sessions', `${sessions}`, '--athletes', `${athletes}`]
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'netlify/bench/load.ts', ...args], {
    env: { ...process.env, BENCH_DATABASE_URL: url },
  })
  result = readKept(folder).quick
}, 300_000)

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await withClient(url, (client) => client.query(`drop database if exists calistheniq_bench_${sessions}_${athletes}`))
})

test('every operation is answered without an error, by the product and by each floor', () => {
  const rows = result?.load?.rows ?? []
  expect(rows.length).toBe(12)
  for (const { operation, cells } of rows)
    for (const [name, cell] of Object.entries(cells)) {
      expect(cell, `${operation} of ${name}`).toMatchObject({ errors: 0 })
      expect(cell.requestsPerSecond, `${operation} of ${name}`).toBeGreaterThan(0)
      expect(cell.cpuMs, `${operation} of ${name}`).toBeGreaterThan(0)
    }
  const names = new Set(rows.flatMap(({ cells }) => Object.keys(cells)))
  expect([...names]).toEqual([ourName, 'floor', 'floor, named', 'floor, same rows', 'floor, same rows, named'])
})

test('what a request takes is counted: a kept library takes nothing, and commands write', () => {
  const of = (operation: string) => result?.exact?.find((row) => row.operation === operation)
  expect(of('library-list')).toMatchObject({ roundTrips: 0, statements: 0 })
  expect(of('session')).toMatchObject({ roundTrips: 1 })
  expect(of('log-set')).toMatchObject({ roundTrips: 1 })
  expect(of('log-set-blind')).toMatchObject({ roundTrips: 2 })
  for (const command of ['create-session', 'log-set', 'log-set-blind', 'complete-session', 'put-session']) {
    expect(of(command)?.roundTrips, command).toBeLessThanOrEqual(2)
    expect(of(command)?.walBytes, command).toBeGreaterThan(0)
  }
})

test('growth is measured for every length of history, and nothing fails', () => {
  expect(result?.growth?.length).toBeGreaterThan(0)
  expect(result?.growth?.filter(({ failed }) => failed !== undefined)).toEqual([])
})

test('the page has a row for everything that was measured', () => {
  const page = readFileSync(join(folder, 'performance.md'), 'utf8')
  const measured = new Set([...(result?.load?.rows ?? []), ...(result?.growth ?? [])].map(({ operation }) => operation))
  for (const operation of measured) expect(page).toContain(`| ${titles[operation]} |`)
  expect(page).not.toMatch(/NaN|undefined|Infinity|answered [45]/)
})

test('nothing is left but the loaded database, for the next run', async () => {
  const added = (await databases()).filter((name) => !before.includes(name))
  expect(added).toEqual([`calistheniq_bench_${sessions}_${athletes}`])
})
