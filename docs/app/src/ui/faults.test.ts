import { expect, test } from 'vitest'
import { faultsIn } from './faults.js'

const refused = { code: 'INVALID_INPUT', detail: 'The input is not as it should be.' }

test('a fault stands at the field that its pointer names', () => {
  const errors = [
    { pointer: '/password', detail: 'is too short' },
    { pointer: '/consents/0', detail: 'is unknown' },
  ]
  expect(faultsIn({ ...refused, errors }).fields).toEqual({ password: 'is too short', consents: 'is unknown' })
})

test('faults of the whole body and of headers belong to no field', () => {
  const errors = [
    { pointer: '', detail: 'is missing' },
    { header: 'If-Match', detail: 'is no version' },
  ]
  expect(faultsIn({ ...refused, errors })).toEqual({ ...refused, fields: {} })
})
