import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { tempoSeconds } from './tempo.js'

describe('tempoSeconds', () => {
  it.each([
    ['3-2-3-1', 9],
    ['1-0-X-0', 2],
    ['1-0-x-0', 2],
    ['10-0-1-0', 11],
    ['hold', null],
  ])('reads %s as %s seconds per rep', (tempo, seconds) => {
    expect(tempoSeconds(tempo, rulesInForce)).toBe(seconds)
  })

  it.each(['', '3-2-3', '3-2-3-1-1', '3,2,3,1', '-1-0-1-0'])('throws for "%s"', (tempo) => {
    expect(() => tempoSeconds(tempo, rulesInForce)).toThrow(RangeError)
  })
})
