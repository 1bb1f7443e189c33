import { describe, expect, it } from 'vitest'
import { ruleBookOf, UnknownRulesError } from './rule-book.js'
import { rulesInForce } from './rules-in-force.js'

const next = { ...rulesInForce, version: '2027.1' }

describe('a book of two versions', () => {
  const book = ruleBookOf(next, [rulesInForce])

  it('decides now by the one in force', () => {
    expect(book.inForce).toBe(next)
  })

  it('finds each by the version that decisions store', () => {
    expect(book.version('2027.1')).toBe(next)
    expect(book.version(rulesInForce.version)).toBe(rulesInForce)
  })

  it('throws for a version that was never released, and never answers with other rules', () => {
    expect(() => book.version('1999.1')).toThrow(UnknownRulesError)
  })
})

it('refuses two rules of one version', () => {
  expect(() => ruleBookOf(rulesInForce, [rulesInForce])).toThrow('two rules bear one version')
})
