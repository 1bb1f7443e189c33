import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { depthMax, JsonError, parseStrictJson } from './strict-json.js'

const nested = (depth: number, inside = '') => `${'['.repeat(depth)}${inside}${']'.repeat(depth)}`

describe('parseStrictJson reads like JSON.parse', () => {
  test('any value, compact or with white space', () => {
    const json = fc.json({ maxDepth: 8, noUnicodeString: false })
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, '\t', '\r\n'), (text, space) => {
        const value: unknown = JSON.parse(text)
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(text))
        expect(isDeepStrictEqual(parseStrictJson(JSON.stringify(value, null, space)), value)).toBe(true)
      }),
    )
  })

  test.each([
    '0',
    '-0',
    '-12.50',
    '1e3',
    '1E-2',
    '"\\u00e9\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\"\\\\"',
    '"é😀\u2028\u007f"',
    ' \t\r\n[ ] ',
    '{"":{}}',
  ])('%s', (text) => expect(parseStrictJson(text)).toEqual(JSON.parse(text)))

  test('the deepest nesting that is allowed', () => {
    expect(parseStrictJson(nested(depthMax, '1'))).toEqual(JSON.parse(nested(depthMax, '1')))
  })
})

describe('parseStrictJson refuses', () => {
  test.each([
    ['nothing', '', 'ends too early'],
    ['a byte order mark', '\ufeff{}', 'unexpected character'],
    ['a key twice', '{"a":1,"a":2}', 'the key "a" twice'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'the key "a" twice'],
    ['a key into prototypes', '{"a":{"__proto__":{}}}', 'forbidden key "__proto__"'],
    ['the same, escaped', '{"\\u005f_proto__":{}}', 'forbidden key "__proto__"'],
    ['constructor', '{"constructor":1}', 'forbidden key'],
    ['too many arrays in each other', nested(depthMax + 1), `nested deeper than ${depthMax}`],
    ['too many objects in each other', `${'{"a":'.repeat(depthMax + 1)}1`, `nested deeper than ${depthMax}`],
    ['a number beyond doubles', '1e999', 'a number out of range'],
    ['more after the end', '{} {}', 'goes on after its end'],
    ['a trailing comma', '[1,]', 'unexpected character'],
    ['a trailing comma in an object', '{"a":1,}', 'no key'],
    ['a bare key', '{a:1}', 'no key'],
    ['single quotes', "['a']", 'unexpected character'],
    ['a leading zero', '[01]', 'lacks a ","'],
    ['a leading plus', '+1', 'unexpected character'],
    ['a bare point', '.5', 'unexpected character'],
    ['NaN', 'NaN', 'unexpected character'],
    ['a comment', '/**/1', 'unexpected character'],
    ['a control character in a string', '"a\u0001"', 'control character'],
    ['a line break in a string', '"a\n"', 'control character'],
    ['an unknown escape', '"\\x41"', 'unknown escape'],
    ['a short escape', '"\\u12"', 'broken \\u escape'],
    ['a string without an end', '"abc', 'without an end'],
    ['an array without an end', '[1', 'lacks a ","'],
    ['a colon too few', '{"a" 1}', 'lacks a ":"'],
    ['space that JSON has not', '\u00a01', 'unexpected character'],
  ])('%s', (_, text, message) => {
    expect(() => parseStrictJson(text)).toThrow(JsonError)
    expect(() => parseStrictJson(text)).toThrow(message)
  })

  test('text with the place of its fault', () => {
    expect(() => parseStrictJson('{\n  "a": 1,\n  "b": ?\n}')).toThrow('line 3, column 8')
  })

  test('whatever JSON.parse refuses', () => {
    const almostJson = fc.array(fc.constantFrom(...'{}[],:"\\ 01-.eEtruefalsn'), { maxLength: 8 })
    fc.assert(
      fc.property(almostJson, (characters) => {
        const text = characters.join('')
        const strict = outcome(() => parseStrictJson(text))
        if (strict !== 'refused') expect(strict).toEqual(JSON.parse(text))
        else if (!/"(.*)".*"\1"/.test(text)) expect(outcome(() => JSON.parse(text))).toBe('refused')
      }),
    )
  })
})

test('parseStrictJson cuts a long key short in its fault', () => {
  const key = JSON.stringify('k'.repeat(500_000))
  expect(() => parseStrictJson(`{${key}:1,${key}:2}`)).toThrow(/^.{100,300}$/)
})

test('parseStrictJson reads a large body', () => {
  const large = JSON.stringify(Array.from({ length: 50_000 }, (_, n) => ({ n, text: 'a "quoted" text\\' })))
  expect(isDeepStrictEqual(parseStrictJson(large), JSON.parse(large))).toBe(true)
})

function outcome(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return 'refused'
  }
}
