import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptDelaysMs, attemptsMax, jitterShareMax, retryDelayMs } from './retry-schedule.js'

const elapsed = (milliseconds: number) => {
  const seconds = milliseconds / 1_000
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

test('attemptDelaysMs are those of the Standard Webhooks specification', () => {
  let since = 0
  const times = attemptDelaysMs.map((delay) => {
    since += delay
    return elapsed(since)
  })
  expect(times).toEqual([
    '00:00:00',
    '00:00:05',
    '00:05:05',
    '00:35:05',
    '02:35:05',
    '07:35:05',
    '17:35:05',
    '31:35:05',
    '51:35:05',
    '75:35:05',
  ])
})

test('retryDelayMs follows the schedule without jitter, and is null after the last attempt', () => {
  const pauses = Array.from({ length: attemptsMax }, (_, index) => retryDelayMs(index + 1, 0, null))
  expect(pauses).toEqual([...attemptDelaysMs.slice(1), null])
})

test('retryDelayMs adds jitter of up to a fifth, and never shortens a pause', () => {
  const attempts = fc.integer({ min: 1, max: attemptsMax - 1 })
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(attempts, chance, (made, random) => {
      const delay = retryDelayMs(made, random, null) ?? 0
      const scheduled = attemptDelaysMs[made] ?? 0
      return delay >= scheduled && delay <= Math.round(scheduled * (1 + jitterShareMax))
    }),
  )
})

test('retryDelayMs waits as long as the receiver asks, up to a day', () => {
  expect(retryDelayMs(1, 0, 120)).toBe(120_000)
  expect(retryDelayMs(1, 0, 1)).toBe(5_000)
  expect(retryDelayMs(1, 0, 999_999_999)).toBe(24 * 60 * 60 * 1_000)
})
