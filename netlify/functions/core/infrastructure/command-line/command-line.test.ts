import { describe, expect, test } from 'vitest'
import { DatabaseError, type DatabaseErrorFacts } from '#database/errors.js'
import { ConfigError } from '#infrastructure/config/config.js'
import { CommandError } from './command-error.js'
import { explain } from './explain.js'
import { paint } from './paint.js'
import { ProgressBar } from './progress-bar.js'
import { describeTarget } from './target.js'
import { textTable } from './text-table.js'

test.each([
  ['postgres://ada:secret@db.example/calistheniq', 'calistheniq at db.example:5432 as ada'],
  ['postgresql://a%40b:s%2Fe@127.0.0.1:6543/c%20d?sslmode=require', 'c d at 127.0.0.1:6543 as a@b'],
  ['postgres:///local?host=/run/postgresql', 'local at /run/postgresql:5432 as the default user'],
])('describeTarget names %s without its password', (url, expected) => {
  expect(describeTarget(url)).toBe(expected)
})

test('paint uses colour on a terminal only', () => {
  expect(paint('red', 'no', { isTTY: false })).toBe('no')
  expect(paint('red', 'yes', { isTTY: true })).toContain('\u001b[31m')
})

test('textTable is as wide as its widest cells, without trailing spaces', () => {
  expect(
    textTable(
      ['a', 'b'],
      [
        ['long', 'x'],
        ['y', ''],
      ],
    ),
  ).toEqual(['a     b', '----  -', 'long  x', 'y'])
})

describe('ProgressBar', () => {
  function drawn(counts: readonly number[], options: { isTTY: boolean; afterMs: number }): string {
    let text = ''
    const stream = { isTTY: options.isTTY, write: (part: string) => (text += part) }
    const bar = new ProgressBar('rows', 40, { stream, afterMs: options.afterMs })
    for (const count of counts) bar.show(count)
    return text
  }
  const all = Array.from({ length: 41 }, (_, count) => count)

  test('redraws one line on a terminal, and ends it when done', () => {
    expect(drawn([0, 20, 40], { isTTY: true, afterMs: 0 })).toBe(
      `\r[${'-'.repeat(24)}] rows 0/40\r[${'#'.repeat(12)}${'-'.repeat(12)}] rows 20/40\r[${'#'.repeat(24)}] rows 40/40\n`,
    )
  })

  test('writes a line for each tenth elsewhere', () => {
    expect(drawn(all, { isTTY: false, afterMs: 0 }).split('\n')).toHaveLength(12)
  })

  test('draws nothing for short work', () => {
    expect(drawn(all, { isTTY: true, afterMs: 60_000 })).toBe('')
  })
})

describe('explain', () => {
  const facts: DatabaseErrorFacts = {
    kind: 'unexpected',
    sqlState: null,
    constraint: null,
    detail: null,
    ambiguous: false,
    statement: null,
  }
  const failed = (more: Partial<DatabaseErrorFacts>, cause = new Error('why')) =>
    new DatabaseError({ ...facts, ...more }, cause)

  test.each([
    ['gives exit code and text of a CommandError', new CommandError(4, 'no'), 4, 'no'],
    ['explains a fault of the settings', new ConfigError('DATABASE_URL is wrong'), 2, 'DATABASE_URL is wrong'],
    [
      'explains that no database answers',
      failed({ kind: 'unavailable' }),
      3,
      'No database answers: start it, or correct DATABASE_URL.',
    ],
    [
      'explains that the password is refused',
      failed({ sqlState: '28P01' }),
      3,
      'The password is refused: correct it in DATABASE_URL.',
    ],
    [
      'explains that the database is not migrated',
      failed({ sqlState: '42P01' }),
      4,
      'The database is not migrated: npm run db:setup.',
    ],
    [
      'names the violated constraint',
      failed({ kind: 'constraint', sqlState: '23514', constraint: 'c', statement: 's' }),
      5,
      'The database refused (s, c, 23514): why',
    ],
  ])('%s', (_, error, exitCode, text) => {
    expect(explain(error)).toEqual({ exitCode, text })
  })

  test('keeps the stack of an unexpected error', () => {
    expect(explain(new TypeError('x')).text).toContain('command-line.test.ts')
  })
})
