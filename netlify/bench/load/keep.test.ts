import { expect, test } from 'vitest'
import { merged } from './keep.js'
import type { Result } from './result.js'

const machine = { node: 'v24', postgres: '18', cores: 2, cpu: 'one', waiting: 0 } as unknown as Result['machine']
const busy = { ...machine, waiting: 8 } as unknown as Result['machine']
const load = { rows: [], noise: 0.1, sessions: 1_000_000 }
const before: Result = { machine, load, notRun: { PostgREST: 'is not to be had' } }

test('a part that is measured again leaves the load, its machine and who did not run with it', () => {
  const exact: Result = { machine: busy, exact: [], notRun: { 'rows and pages': 'no superuser' } } as unknown as Result
  expect(merged(before, exact)).toEqual({
    ...{ machine, load, exact: [] },
    notRun: { PostgREST: 'is not to be had', 'rows and pages': 'no superuser' },
  })
})

test('a new load takes the place of the old one, with its machine and who did not run', () => {
  const again: Result = { machine: busy, load: { ...load, noise: 0.2 }, notRun: {} }
  expect(merged(before, again)).toEqual(again)
  expect(merged(undefined, again)).toEqual(again)
})
