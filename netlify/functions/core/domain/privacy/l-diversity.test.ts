import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { diverseRows } from './l-diversity.js'

it('diverseRows keeps classes with at least two different sensitive values', () => {
  const rows = [
    { region: 'EU', injury: 'none' },
    { region: 'EU', injury: 'wrist' },
    { region: 'US', injury: 'wrist' },
    { region: 'US', injury: 'wrist' },
  ]
  expect(diverseRows(rows, ['region'], 'injury', rulesInForce)).toEqual(rows.slice(0, 2))
})
