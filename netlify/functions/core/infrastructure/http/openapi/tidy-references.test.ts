import { expect, test } from 'vitest'
import { tidyReferences } from './tidy-references.js'

const $ref = '#/components/schemas/Level'

test('a reference keeps what is said of this use, and loses the copy of what it refers to', () => {
  const node = { level: { $ref, type: 'number', description: 'Before', example: 2, maxLength: 10 } }
  expect(tidyReferences(node)).toEqual({ level: { $ref, description: 'Before', examples: [2] } })
})

test('what is no reference stays as it is, in lists too, and a field may be called $ref', () => {
  const node = { anyOf: [{ type: 'number', example: 2 }, null, 'text'], properties: { $ref: { type: 'string' } } }
  expect(tidyReferences(node)).toEqual(node)
})
