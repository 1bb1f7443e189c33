import { expect, test } from 'vitest'
import { leaveOutDescriptions } from './without-descriptions.js'

test.each([
  ["const a = z.string().max(3).meta({ description: 'A' })", 'const a = z.string().max(3)'],
  [
    "z.object({ a: z.string().meta({ id: 'A' }), b }).meta({ id: 'B' }).nullable()",
    'z.object({ a: z.string(), b }).nullable()',
  ],
  ['z\n  .string()\n  .meta({ examples: [z.x().meta(1)] })\n  .max(3)', 'z\n  .string()\n  .max(3)'],
  ['schema.meta()', 'schema.meta()'],
  ["text('.meta( is a word')", "text('.meta( is a word')"],
])('leaveOutDescriptions leaves out of schemas what they say of themselves: %j', (source, expected) => {
  expect(leaveOutDescriptions(source)).toBe(expected)
})

test('leaveOutDescriptions leaves out of an operation what it says of itself', () => {
  const source =
    "query({ http: { method: 'GET' }, summary: 'List', description: `Two\nlines`, run: () => ({ summary: 'kept' }) })"
  const expected = "query({ http: { method: 'GET' }, summary:'', description:'', run: () => ({ summary: 'kept' }) })"
  expect(leaveOutDescriptions(source)).toBe(expected)
})
