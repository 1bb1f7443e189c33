import { expect, test } from 'vitest'
import { canonicalText } from './canonical.js'

test.each([
  [{ b: 1, a: [{ d: null, c: 'x' }] }, '{"a":[{"c":"x","d":null}],"b":1}'],
  [{ b: undefined, a: [undefined] }, '{"a":[null]}'],
  [{ at: new Date(0), toJSON: 'a field' }, '{"at":"1970-01-01T00:00:00.000Z","toJSON":"a field"}'],
  [[{ 2: 'b', 1: 'a' }], '[{"1":"a","2":"b"}]'],
  ['text', '"text"'],
])('canonicalText writes the fields of %j in order, at every depth', (value, text) => {
  expect(canonicalText(value)).toBe(text)
})
