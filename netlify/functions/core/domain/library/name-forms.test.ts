import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameForms } from './name-forms.js'

describe('two ways of writing one name have one compact form:', () => {
  test.each([
    ['pull-up', 'Pull Ups'],
    ['pull-up', 'PULLUPS'],
    ['pull-up', 'pull\u2011up'],
    ['pull-up', 'pull\u2212up'],
    ['pull-up', 'pull_up'],
    ['pull-up', 'pull\u200bup'],
    ['pull-up', 'ｐｕｌｌ\u3000ｕｐ'],
    ['incline push-up', 'ıncline push-up'],
    ['incline push-up', 'İncline push-up'],
    ['Liegestütze', 'liegestutze'],
    ['Liegestütze', 'Liegestu\u0308tze'],
    ['Großer Schritt', 'grosser schritt'],
    ['one-arm push-up', '1 arm push up'],
    ['one-arm push-up', 'Single-arm Push-ups'],
    ['one-leg squat', '1-legged squat'],
    ['ninety-degree push-up', '90 degree push-up'],
    ["farmer's carry", 'farmer’s carry'],
    ['crunch', 'crunches'],
    ['planche', 'planches'],
    ['press-up', 'press ups'],
  ])('%s and %s', (one, other) => {
    expect(nameForms(other).compact).toBe(nameForms(one).compact)
  })
})

test('names that differ keep apart', () => {
  const names = ['push-up', 'pull-up', 'chin-up', 'press', 'plus', 'wall sit', 'one-arm row', 'two-arm row', 'ring row']
  expect(new Set(names.map((name) => nameForms(name).compact)).size).toBe(names.length)
})

test('the letters are the same when two changed places, also the one of a plural', () => {
  for (const [slip, name] of [
    ['puhs up', 'push up'],
    ['plnak', 'planks'],
    ['pistol sqaut', 'pistol squat'],
  ] as const)
    expect(nameForms(slip).letters).toBe(nameForms(name).letters)
})

test('the words are words, and each two neighbours as one', () => {
  expect(nameForms('negative pull-ups').words).toEqual(['negative', 'pull', 'up', 'negativepull', 'pullup'])
})

test('nothing remains of what has neither a letter nor a digit', () => {
  for (const text of ['', ' ', '!?', '🏋️', '\u200b', '%', '---'])
    expect(nameForms(text)).toEqual({ folded: '', compact: '', letters: '', words: [] })
})

/** Any code points, also halves of a pair. */
const text = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 80 })
  .map((codes) => String.fromCodePoint(...codes))

test('any text has forms of letters, digits and single spaces', () =>
  fc.assert(
    fc.property(text, (any) => {
      const { folded, words } = nameForms(any)
      expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u)
      expect(words.every((word) => /^[\p{L}\p{N}]+$/u.test(word))).toBe(true)
    }),
  ))
