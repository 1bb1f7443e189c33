import { expect, test } from 'vitest'
import { open, seal } from './envelope.js'

const now = Date.UTC(2026, 0, 1)
const expected = { key: 'k', generation: 'g', now, seconds: 60 }
const content = { key: 'k', generation: 'g', storedAt: now, text: '{"a":1}' }

test('what was sealed is opened', () => {
  expect(open(seal(content), expected)).toBe('{"a":1}')
})

test.for([
  ['nothing', null],
  ['no JSON', '\u0000\u0001garbage'],
  ['JSON of something else', '[1, 2, 3]'],
  ['JSON null', 'null'],
  ['another format', seal(content).replace('"format":1', '"format":2')],
  ['a field too many', seal(content).replace('{', '{"more":1,')],
  ['a text that is no text', seal(content).replace(/"text":".*"/, '"text":{}')],
  ['another key', seal({ ...content, key: 'other' })],
  ['another generation', seal({ ...content, generation: 'earlier' })],
  ['what is too old', seal({ ...content, storedAt: now - 61_000 })],
  ['what comes from the future', seal({ ...content, storedAt: now + 61_000 })],
  ['half of it', seal(content).slice(0, 30)],
] as const)('%s is nothing', ([, sealed]) => {
  expect(open(sealed, expected)).toBeNull()
})
