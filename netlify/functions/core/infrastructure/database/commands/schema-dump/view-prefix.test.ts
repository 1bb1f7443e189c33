import { expect, test } from 'vitest'
import { withoutOnlyPrefix } from './view-prefix.js'

test.each([
  [
    'drops the name of the only table',
    ' select u.id,\n    u.name\n   from users u\n  where u.id > 1;',
    ' select id,\n    name\n   from users u\n  where id > 1;',
  ],
  [
    'drops the name of the only table inside a call',
    ' select lower(users.name) as name\n   from users;',
    ' select lower(name) as name\n   from users;',
  ],
  ['keeps the names of two joined tables', ' select a.id\n   from a\n     join b on a.id = b.id;', null],
  ['keeps the names of two listed tables', ' select a.id\n   from a,\n    b;', null],
  ['keeps the names in a union', ' select a.id\n   from a\nUNION\n select b.id\n   from b;', null],
  ['keeps a name that only ends alike', ' select app.users.id\n   from app.users;', null],
])('withoutOnlyPrefix %s', (_, body, expected) => {
  expect(withoutOnlyPrefix(body)).toBe(expected ?? body)
})
