import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { adaptToReadiness } from './adapt-to-readiness.js'

describe('readiness', () => {
  it('takes a set on amber, and offers something easy on red', () => {
    expect(adaptToReadiness('amber', 3, rulesInForce)).toEqual({ advice: 'fewer_sets', sets: 2, rpeCap: null })
    expect(adaptToReadiness('amber', 1, rulesInForce).sets).toBe(1)
    expect(adaptToReadiness('red', 3, rulesInForce)).toEqual({ advice: 'mobility_or_technique', sets: 3, rpeCap: 6 })
    expect(adaptToReadiness(null, 3, rulesInForce).advice).toBe('as_planned')
  })
})
