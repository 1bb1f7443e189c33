import { describe, expect, test } from 'vitest'
import { likePatterns } from './like-patterns.js'

describe('patterns for LIKE', () => {
  test('look for every word on its own', () => {
    expect(likePatterns(' pull\t up ')).toEqual(['%pull%', '%up%'])
    expect(likePatterns('')).toEqual([])
  })

  test('take wildcards as text', () => {
    expect(likePatterns('100%')).toEqual(['%100\\%%'])
    expect(likePatterns('a_b')).toEqual(['%a\\_b%'])
    expect(likePatterns('c\\d')).toEqual(['%c\\\\d%'])
  })
})
