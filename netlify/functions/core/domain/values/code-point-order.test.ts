import { describe, expect, it } from 'vitest'
import { compareCodePointLists, compareCodePoints } from './code-point-order.js'

describe('compareCodePoints', () => {
  it('puts capitals before small letters and digits before both, as no locale does', () => {
    expect(['b', 'B', 'a', '9', 'ä', 'A'].sort(compareCodePoints)).toEqual(['9', 'A', 'B', 'a', 'b', 'ä'])
  })

  it('puts an emoji after every character of the basic plane, where UTF-16 order does not', () => {
    expect(['\u{1F600}', '\uFF5E'].sort(compareCodePoints)).toEqual(['\uFF5E', '\u{1F600}'])
    expect(['\u{1F600}', '\uFF5E'].sort()).toEqual(['\u{1F600}', '\uFF5E'])
  })

  it('puts a prefix first', () => {
    expect(['ab', 'a', ''].sort(compareCodePoints)).toEqual(['', 'a', 'ab'])
    expect(compareCodePoints('a', 'a')).toBe(0)
  })
})

it('orders lists by their first differing element', () => {
  const lists = [
    ['b', 'a'],
    ['a', 'c'],
    ['a', 'b', 'x'],
    ['a', 'b'],
  ]
  expect(lists.sort(compareCodePointLists)).toEqual([
    ['a', 'b'],
    ['a', 'b', 'x'],
    ['a', 'c'],
    ['b', 'a'],
  ])
})
