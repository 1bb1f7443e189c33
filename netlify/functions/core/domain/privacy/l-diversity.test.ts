import { expect, it } from 'vitest'
import { diverseRows } from './l-diversity.js'

it('keeps classes with two different sensitive values', () => {
  const rows = [
    { region: 'EU', injury: 'none' },
    { region: 'EU', injury: 'wrist' },
    { region: 'US', injury: 'wrist' },
    { region: 'US', injury: 'wrist' },
  ]
  expect(diverseRows(rows, ['region'], 'injury')).toEqual(rows.slice(0, 2))
})
