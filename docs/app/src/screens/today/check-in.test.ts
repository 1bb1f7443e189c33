import { expect, test } from 'vitest'
import { checkInOf } from './check-in.js'

const form = (answers: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(answers)) data.set(name, value)
  return data
}
const date = '2026-11-28'

test('what was answered is sent, as numbers and with its day', () => {
  expect(checkInOf(form({ sleep: '4', soreness: '2', pain: '', painSite: '' }), date)).toEqual({
    date,
    sleep: 4,
    soreness: 2,
  })
})

test('where it hurts is only said of a pain', () => {
  expect(checkInOf(form({ pain: '3', painSite: 'knee' }), date)).toEqual({ date, pain: 3, painSite: 'knee' })
  expect(checkInOf(form({ pain: '0', painSite: 'knee' }), date)).toEqual({ date, pain: 0 })
})

test('a form without an answer is no check-in', () => {
  expect(checkInOf(form({ pain: '', painSite: '' }), date)).toBeNull()
})
