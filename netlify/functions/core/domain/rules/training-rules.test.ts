import { expect, it } from 'vitest'
import { rulesByVersion, trainingRules } from './training-rules.js'

it('finds the rules in force by the version that decisions store', () => {
  expect(rulesByVersion('2026.1')).toBe(trainingRules)
})

it('does not know a version that was never released', () => {
  expect(rulesByVersion('1999.1')).toBeNull()
})

it('cannot be changed while the process lives, however deep', () => {
  const isFrozen = (value: unknown): boolean =>
    typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  expect(isFrozen(trainingRules)).toBe(true)
})

it('can be stored and read back without loss', () => {
  expect(JSON.parse(JSON.stringify(trainingRules))).toEqual(trainingRules)
})
