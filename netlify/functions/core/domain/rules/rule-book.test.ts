import { describe, expect, it } from 'vitest'
import { ruleBookOf, UnknownRulesError } from './rule-book.js'
import { rulesInForce } from './rules-in-force.js'

const next = { ...rulesInForce, version: '2027.1' }

describe('ruleBookOf two versions', () => {
  const book = ruleBookOf(next, [rulesInForce])

  it('has the newer one in force', () => {
    expect(book.inForce).toBe(next)
  })

  it('finds each version by its name', () => {
    expect(book.version('2027.1')).toBe(next)
    expect(book.version(rulesInForce.version)).toBe(rulesInForce)
  })

  it('throws for a version that was never released', () => {
    expect(() => book.version('1999.1')).toThrow(UnknownRulesError)
  })
})

it('ruleBookOf refuses two sets of rules with one version', () => {
  expect(() => ruleBookOf(rulesInForce, [rulesInForce])).toThrow('two rules bear one version')
})
