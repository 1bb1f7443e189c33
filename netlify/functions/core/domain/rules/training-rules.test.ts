import { expect, it } from 'vitest'
import { rulesInForce } from './rules-in-force.js'

it('cannot be changed while the process lives, however deep', () => {
  const isFrozen = (value: unknown): boolean =>
    typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  expect(isFrozen(rulesInForce)).toBe(true)
})

it('can be stored and read back without loss', () => {
  expect(JSON.parse(JSON.stringify(rulesInForce))).toEqual(rulesInForce)
})
