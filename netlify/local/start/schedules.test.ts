import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { runScheduled } from './run-scheduled.js'
import { isDue, scheduledFunctions } from './schedules.js'

const folder = join(import.meta.dirname, '../../functions')

afterEach(() => vi.useRealTimers())

test('the scheduled functions are those whose config has a schedule', async () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  const configs = await Promise.all(files.map(async (file) => (await import(join(folder, file))).config))
  const expected = files.flatMap((file, index) =>
    configs[index].schedule ? [{ name: file.replace('.ts', ''), schedule: configs[index].schedule }] : [],
  )
  expect(scheduledFunctions(folder)).toEqual(expected)
  expect(expected.length).toBeGreaterThan(2)
  for (const { schedule } of expected) expect(() => isDue(schedule, new Date(0))).not.toThrow()
})

test.each([
  ['* * * * *', '2026-11-27T21:43:20Z', true],
  ['@hourly', '2026-11-27T21:00:59Z', true],
  ['@hourly', '2026-11-27T21:01:00Z', false],
  ['@daily', '2026-11-28T00:00:00Z', true],
  ['*/15 * * * *', '2026-11-27T21:45:00Z', true],
  ['*/15 * * * *', '2026-11-27T21:43:00Z', false],
  ['30 4 * * 5', '2026-11-27T04:30:00Z', true],
  ['30 4 * * 1', '2026-11-27T04:30:00Z', false],
])('%s at %s: %s', (schedule, at, expected) => expect(isDue(schedule, new Date(at))).toBe(expected))

test.each(['* * * *', '1-5 * * * *', '@weekly', '*/0 * * * *'])('%s is refused', (schedule) => {
  expect(() => isDue(schedule, new Date(0))).toThrow(schedule)
})

test('a function runs at its minutes, and not beside itself', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-27T21:58:30Z') })
  const ran: string[] = []
  let settle = () => undefined as undefined
  const run = (name: string) => {
    ran.push(`${name} ${new Date().toISOString().slice(11, 19)}`)
    return name === 'slow' && ran.length < 3
      ? new Promise<void>((resolve) => (settle = () => void resolve()))
      : Promise.resolve()
  }
  const stop = runScheduled({
    functions: [
      { name: 'slow', schedule: '* * * * *' },
      { name: 'hourly', schedule: '@hourly' },
    ],
    run,
  })
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  settle()
  await vi.advanceTimersByTimeAsync(60_000)
  stop()
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(ran).toEqual(['slow 21:59:00', 'hourly 22:00:00', 'slow 22:01:00'])
})
