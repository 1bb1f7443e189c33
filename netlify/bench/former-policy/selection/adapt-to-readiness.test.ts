import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { adaptToReadiness } from './adapt-to-readiness.js'

describe('adaptToReadiness', () => {
  it('takes one set away on amber', () => {
    expect(adaptToReadiness('amber', 3, rulesInForce)).toEqual({ advice: 'fewer_sets', sets: 2, rpeCap: null })
  })

  it('keeps the only set on amber', () => {
    expect(adaptToReadiness('amber', 1, rulesInForce).sets).toBe(1)
  })

  it('advises mobility or technique on red, with a cap of RPE 6', () => {
    expect(adaptToReadiness('red', 3, rulesInForce)).toEqual({ advice: 'mobility_or_technique', sets: 3, rpeCap: 6 })
  })

  it('advises the plan as it is when the readiness is not known', () => {
    expect(adaptToReadiness(null, 3, rulesInForce).advice).toBe('as_planned')
  })
})
