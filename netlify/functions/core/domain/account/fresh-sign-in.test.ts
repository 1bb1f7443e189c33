import { expect, test } from 'vitest'
import { isFreshSignIn } from './fresh-sign-in.js'

const now = new Date('2026-11-27T12:00:00.000Z')

test.each([
  ['at this moment', 0, true],
  ['ten minutes ago', 600, true],
  ['a second more than ten minutes ago', 601, false],
  ['by a clock that is half a minute ahead', -30, true],
  ['by a clock that is further ahead', -31, false],
  ['at no instant', Number.NaN, false],
])('a sign-in %s', (_, secondsAgo, isFresh) => {
  expect(isFreshSignIn(new Date(now.getTime() - secondsAgo * 1000), now)).toBe(isFresh)
})

test('no sign-in is fresh where there was none', () => {
  expect(isFreshSignIn(null, now)).toBe(false)
})
