import { expect, test } from 'vitest'
import { logTo, type RequestRecord } from './log.js'

const record: RequestRecord = {
  requestId: 'request-1',
  operation: 'goals.list',
  method: 'GET',
  status: 200,
  durationMs: 7,
  roundTrips: 1,
  databaseMs: 3,
}

/** Keeps what is logged, parsed. */
function kept(level: Parameters<typeof logTo>[0]) {
  const lines: string[] = []
  return { log: logTo(level, (line) => lines.push(line)), lines, parsed: () => lines.map((line) => JSON.parse(line)) }
}

test('the log has one line of JSON for each request, with its level and its time', () => {
  const { log, lines, parsed } = kept('info')
  log.request({ ...record, requestId: 'a\nb' })
  expect(lines.join('')).toMatch(/^[^\n]+\n$/)
  expect(parsed()).toEqual([{ level: 30, time: expect.any(Number), ...record, requestId: 'a\nb', msg: 'request' }])
})

test('the log tells an error whole: its stack, its causes and its facts, also where they go in a circle', () => {
  const { log, parsed } = kept('info')
  const error: Error & { facts?: unknown } = new TypeError('outer', { cause: new Error('inner') })
  error.facts = { error, bytes: 1n }
  log.failure('request-1', error)
  expect(parsed()).toMatchObject([
    { level: 50, requestId: 'request-1', err: { type: 'TypeError', message: 'outer' }, msg: 'failure' },
  ])
  for (const part of ['outer', 'log.test.ts', 'inner', 'Circular', '1n']) expect(parsed()[0].err.stack).toContain(part)
})

test.each(['no error', undefined, null, Symbol('s')])('the log tells %s, which is no error, too', (thrown) => {
  const { log, parsed } = kept('info')
  log.failure('request-1', thrown)
  expect(parsed()).toMatchObject([{ err: { message: String(thrown) } }])
})

test.each([
  ['info', ['request', 'Redis is away', 'failure']],
  ['warn', ['Redis is away', 'failure']],
  ['error', ['failure']],
  ['silent', []],
] as const)('the log at level %s has nothing below it', (level, expected) => {
  const { log, parsed } = kept(level)
  log.request(record)
  log.warning('Redis is away', new Error('no'))
  log.failure('request-1', new Error('no'))
  expect(parsed().map(({ msg }) => msg)).toEqual(expected)
})
