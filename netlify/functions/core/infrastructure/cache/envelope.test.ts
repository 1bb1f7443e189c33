import { expect, test } from 'vitest'
import { open, seal } from './envelope.js'

const now = Date.UTC(2026, 0, 1)
const expected = { key: 'k', generation: 'g', now, seconds: 60 }
const content = { key: 'k', generation: 'g', storedAt: now, text: '{"a":1}' }

test('open gives the text that seal was given', () => {
  expect(open(seal(content), expected)).toBe('{"a":1}')
})

test.for([
  ['null', null],
  ['text that is not JSON', '\u0000\u0001garbage'],
  ['JSON of another shape', '[1, 2, 3]'],
  ['JSON null', 'null'],
  ['another format', seal(content).replace('"format":1', '"format":2')],
  ['an additional field', seal(content).replace('{', '{"more":1,')],
  ['a text that is not a string', seal(content).replace(/"text":".*"/, '"text":{}')],
  ['another key', seal({ ...content, key: 'other' })],
  ['another generation', seal({ ...content, generation: 'earlier' })],
  ['an entry that is too old', seal({ ...content, storedAt: now - 61_000 })],
  ['an entry from the future', seal({ ...content, storedAt: now + 61_000 })],
  ['half an entry', seal(content).slice(0, 30)],
] as const)('open gives null for %s', ([, sealed]) => {
  expect(open(sealed, expected)).toBeNull()
})
