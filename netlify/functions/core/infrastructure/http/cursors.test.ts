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
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/)
      expect(cursorsOf(secret, 'ada').open(list, cursor)).toEqual(keys)
    }),
  )
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

  test('whose parts were shifted across their border', () => {
    const [body = '', signature = ''] = cursor.split('.')
    const other = ada.seal(`${purpose}x`, ['2026-11-22', 7]).split('.')[1] ?? ''
    expect(() => ada.open(purpose, `${body}.${other}`)).toThrow('INVALID_CURSOR')
    expect(() => ada.open(purpose, `${Buffer.from('[]').toString('base64url')}.${signature}`)).toThrow('INVALID_CURSOR')
  })
})
