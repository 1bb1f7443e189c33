import { expect, test } from 'vitest'
import { withoutOnlyPrefix } from './view-prefix.js'

test.each([
  [
    'one table',
    ' select u.id,\n    u.name\n   from users u\n  where u.id > 1;',
    ' select id,\n    name\n   from users u\n  where id > 1;',
  ],
  ['a call', ' select lower(users.name) as name\n   from users;', ' select lower(name) as name\n   from users;'],
  ['two tables', ' select a.id\n   from a\n     join b on a.id = b.id;', null],
  ['a list of tables', ' select a.id\n   from a,\n    b;', null],
  ['a union', ' select a.id\n   from a\nUNION\n select b.id\n   from b;', null],
  ['another name that ends alike', ' select app.users.id\n   from app.users;', null],
])('%s', (_, body, expected) => {
  expect(withoutOnlyPrefix(body)).toBe(expected ?? body)
})
