import { expect, test } from 'vitest'
import { splitStatements } from './split-statements.js'

const texts = (source: string) => splitStatements(source).map(({ text }) => text)

test('splitStatements cuts at semicolons, and drops comments between statements', () => {
  expect(texts('-- one\nselect 1;\n\n/* two */ select 2 -- end\n')).toEqual(['select 1', 'select 2'])
})

test('splitStatements says where each statement begins', () => {
  const source = '-- head\n\nselect 1;\n  select 2;'
  expect(splitStatements(source).map(({ offset }) => source.slice(offset))).toEqual([
    'select 1;\n  select 2;',
    'select 2;',
  ])
})

test('splitStatements ignores semicolons in bodies, strings and parentheses', () => {
  const statements = [
    `create function f() returns void language plpgsql as $$ begin perform 1; end $$`,
    `create rule r as on insert to t do also (select 1; select 2)`,
    `insert into t values ('a;b')`,
  ]
  expect(texts(statements.join(';\n'))).toEqual(statements)
})

test('splitStatements keeps the body of a begin atomic function whole', () => {
  const body =
    'create function f(a int) returns int language sql begin atomic select 1; select case when a > 0 then 1 else 2 end; end'
  expect(texts(`${body}; select 3;`)).toEqual([body, 'select 3'])
})

test('splitStatements finds no statements in an empty file', () => {
  expect(texts('')).toEqual([])
  expect(texts(';;\n-- nothing\n')).toEqual([])
})
