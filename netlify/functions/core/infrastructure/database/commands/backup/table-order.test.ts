import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrderOfReference } from './table-order.js'

const table = (name: string, ...references: string[]) => ({ name, references })
const names = (tables: readonly { readonly name: string }[]) => tables.map(({ name }) => name)

test('inOrderOfReference puts a table after those that it refers to, and otherwise keeps the order', () => {
  const tables = [table('logs', 'sessions'), table('a'), table('sessions', 'users', 'a'), table('users'), table('z')]
  expect(names(inOrderOfReference(tables))).toEqual(['a', 'users', 'sessions', 'logs', 'z'])
})

test('inOrderOfReference ignores a reference to a table that is not in the list', () => {
  expect(names(inOrderOfReference([table('a', 'elsewhere')]))).toEqual(['a'])
})

test.each([
  ['a circle', [table('ok'), table('a', 'b'), table('b', 'a')], 'a, b'],
  ['a table that refers to itself', [table('a', 'a')], 'a'],
])('inOrderOfReference throws for %s, and names it', (_, tables, told) => {
  expect(() => inOrderOfReference(tables)).toThrow(`these tables refer to each other in a circle: ${told}`)
})

test('inOrderOfReference orders any tables without a circle', () => {
  // table n refers to some of the tables before it, so there is no circle
  const graph = fc
    .array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
    .map((picks) =>
      picks.map((chosen, index) =>
        table(`t${index}`, ...(index === 0 ? [] : chosen.map((pick) => `t${pick % index}`))),
      ),
    )
  const shuffled = graph.chain((tables) => fc.shuffledSubarray(tables, { minLength: tables.length }))
  fc.assert(
    fc.property(shuffled, (tables) => {
      const ordered = inOrderOfReference(tables)
      const place = new Map(ordered.map(({ name }, index) => [name, index]))
      expect(ordered).toHaveLength(tables.length)
      return ordered.every(({ references }, index) => references.every((name) => (place.get(name) ?? 99) < index))
    }),
  )
})
