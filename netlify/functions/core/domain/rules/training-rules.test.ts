import { expect, it } from 'vitest'
import { rulesInForce } from './rules-in-force.js'

it('rulesInForce is frozen at every depth', () => {
  const isFrozen = (value: unknown): boolean =>
    typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  expect(isFrozen(rulesInForce)).toBe(true)
})

it('rulesInForce survives a round trip through JSON', () => {
  expect(JSON.parse(JSON.stringify(rulesInForce))).toEqual(rulesInForce)
})
