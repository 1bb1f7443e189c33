import fc from 'fast-check'
import { expect, test } from 'vitest'
import { significantTokens, sqlTokens } from './sql-tokens.js'

const texts = (source: string) => significantTokens(source).map(({ text }) => text)

test.each([
  ['a string with a doubled quote', `select 'it''s; ok' x`, ['select', `'it''s; ok'`, 'x']],
  ['an escape string', String.raw`e'it\'s;' x`, [String.raw`e'it\'s;'`, 'x']],
  ['a quoted name', `"a;""b" x`, [`"a;""b"`, 'x']],
  ['a dollar quote', '$$a;b$$ x', ['$$a;b$$', 'x']],
  ['a tagged dollar quote around another', '$a$ $$;$$ $a$ x', ['$a$ $$;$$ $a$', 'x']],
  ['a placeholder and its cast', '$12::uuid', ['$12', '::', 'uuid']],
  ['a name with a dollar in it', 'a$b$c', ['a$b$c']],
  ['nested comments', '/* a /* b */ ; */ x -- y ; z', ['x']],
  ['what is never closed', `select 'a`, ['select', `'a`]],
])('reads %s', (_, source, expected) => {
  expect(texts(source)).toEqual(expected)
})

test('the tokens of any text make up that text', () => {
  const piece = fc.constantFrom(
    "'",
    '"',
    '$$',
    '$a$',
    '/*',
    '*/',
    '--',
    '\n',
    ';',
    'e',
    '\\',
    '(',
    ' ',
    '$1',
    'ä',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const source = pieces.join('')
      const tokens = [...sqlTokens(source)]
      expect(tokens.map(({ text }) => text).join('')).toBe(source)
    }),
  )
})
