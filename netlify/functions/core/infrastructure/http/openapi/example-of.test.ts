import { expect, test } from 'vitest'
import { exampleOf } from './example-of.js'

const reps = { type: 'integer' as const, examples: [8] }
const schemas = { Set: { type: 'object' as const, properties: { reps } } }

test.each([
  ['its own example', { type: 'string', examples: ['a', 'b'] }, 'a'],
  ['null, when that is the example', { type: ['string', 'null'], examples: [null] }, null],
  ['the only value', { const: 'ok' }, 'ok'],
  ['the default', { type: 'string', default: 'name', enum: ['difficulty', 'name'] }, 'name'],
  ['the first value', { enum: ['x', 'y'] }, 'x'],
  ['the first choice', { anyOf: [{ type: 'integer', minimum: 3 }, { type: 'null' }] }, 3],
  ['a reference', { $ref: '#/components/schemas/Set' }, { reps: 8 }],
  ['an item', { type: 'array', items: { $ref: '#/components/schemas/Set' } }, [{ reps: 8 }]],
  ['as many items as there must be', { type: 'array', minItems: 2, items: { const: 1 } }, [1, 1]],
  ['nothing known', { type: 'string' }, 'text'],
] as const)('exampleOf gives %s', (_, schema, expected) => {
  expect(exampleOf(schema as never, schemas)).toEqual(expected)
})
