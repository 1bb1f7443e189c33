import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cursorsOf } from './cursors.js'

const secret = 'a secret of more than 32 characters'
const purpose = 'sessions.list?{"status":"planned"}'
const ada = cursorsOf(secret, 'ada')

test('cursors open what they sealed', () => {
  const key = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null))
  fc.assert(
    fc.property(fc.string(), fc.array(key, { maxLength: 4 }), (list, keys) => {
      const cursor = ada.seal(list, keys)
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(ada.seal(list, keys)).toBe(cursor)
      expect(cursorsOf(secret, 'ada').open(list, cursor)).toEqual(keys)
    }),
  )
})

test('cursors tell nothing of what they hold', () => {
  const [seen, other] = [ada.seal(purpose, [1_000_018]), ada.seal(purpose, [1_000_019])]
  expect(Buffer.from(seen, 'base64url').toString('latin1')).not.toContain('1000018')
  // neither in clear nor as a counter: the next number looks like any other
  const different = [...seen].filter((character, at) => character !== other[at])
  expect(different.length).toBeGreaterThan(seen.length / 2)
})

describe('refuses a cursor', () => {
  const cursor = ada.seal(purpose, ['2026-11-22', 7])

  test.each([
    ['of another caller', cursorsOf(secret, 'bob'), purpose],
    ['of another list or other filters', ada, 'sessions.list?{}'],
    ['of another deployment', cursorsOf(`${secret}!`, 'ada'), purpose],
  ])('%s', (_, cursors, list) => {
    expect(() => cursors.open(list, cursor)).toThrow('INVALID_CURSOR')
  })

  test('with any character changed, added or taken away', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: cursor.length - 1 }),
        fc.constantFrom('', 'A', 'z', '_', '.', '=', '%'),
        (at, other) => {
          const changed = cursor.slice(0, at) + other + cursor.slice(at + 1)
          fc.pre(changed !== cursor)
          expect(() => ada.open(purpose, changed)).toThrow('INVALID_CURSOR')
        },
      ),
    )
  })

  test.each(['', '.', 'a.b', `${cursor}.`, `${cursor}.x`, `${cursor}=`, `.${cursor}`, ` ${cursor}`, 'null'])(
    '"%s"',
    (forged) => {
      expect(() => ada.open(purpose, forged)).toThrow('INVALID_CURSOR')
    },
  )
})
