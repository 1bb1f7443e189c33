import { describe, expect, test } from 'vitest'
import { likePatterns } from './like-patterns.js'

describe('patterns for LIKE', () => {
  test('every word is looked for on its own', () => {
    expect(likePatterns(' pull\t up ')).toEqual(['%pull%', '%up%'])
    expect(likePatterns('')).toEqual([])
  })

  test('wildcards stand for themselves', () => {
    expect(likePatterns('100%')).toEqual(['%100\\%%'])
    expect(likePatterns('a_b')).toEqual(['%a\\_b%'])
    expect(likePatterns('c\\d')).toEqual(['%c\\\\d%'])
  })
})
