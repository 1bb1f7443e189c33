import { describe, expect, it } from 'vitest'
import { compareCodePointLists, compareCodePoints } from './code-point-order.js'

describe('compareCodePoints', () => {
  it('puts digits before capitals and capitals before small letters, in any locale', () => {
    expect(['b', 'B', 'a', '9', 'ä', 'A'].sort(compareCodePoints)).toEqual(['9', 'A', 'B', 'a', 'b', 'ä'])
  })

  it('puts an emoji after every character of the basic plane, unlike the order of UTF-16', () => {
    expect(['\u{1F600}', '\uFF5E'].sort(compareCodePoints)).toEqual(['\uFF5E', '\u{1F600}'])
    expect(['\u{1F600}', '\uFF5E'].sort()).toEqual(['\u{1F600}', '\uFF5E'])
  })

  it('puts a prefix first', () => {
    expect(['ab', 'a', ''].sort(compareCodePoints)).toEqual(['', 'a', 'ab'])
  })

  it('is 0 for equal texts', () => {
    expect(compareCodePoints('a', 'a')).toBe(0)
  })
})

it('compareCodePointLists orders lists by the first element that differs', () => {
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
