import { expect, test } from 'vitest'
import { parseConfig, parseDatabaseConfig } from './config.js'

const a = 'postgres://a.example/a'
const b = 'postgres://b.example/b'

test('commands on the database need its URL alone', () => {
  expect(parseDatabaseConfig({ DATABASE_URL: a })).toEqual({ url: a, directUrl: a, readUrl: null, neonEndpoint: null })
  expect(() => parseDatabaseConfig({})).toThrow('DATABASE_URL (or NETLIFY_DB_URL) is not set')
})

test('DATABASE_URL comes first, then NETLIFY_DB_URL; an empty line counts as not set', () => {
  expect(parseDatabaseConfig({ DATABASE_URL: a, NETLIFY_DB_URL: b }).url).toBe(a)
  expect(parseDatabaseConfig({ DATABASE_URL: '', NETLIFY_DB_URL: b }).url).toBe(b)
})

test('the direct URL belongs to the URL that is used, never to another database', () => {
  const direct = 'postgres://direct.example/b'
  expect(parseDatabaseConfig({ DATABASE_URL: a, NETLIFY_DB_URL_UNPOOLED: direct }).directUrl).toBe(a)
  expect(parseDatabaseConfig({ NETLIFY_DB_URL: b, NETLIFY_DB_URL_UNPOOLED: direct }).directUrl).toBe(direct)
  expect(parseDatabaseConfig({ DATABASE_URL: a, DATABASE_URL_UNPOOLED: direct }).directUrl).toBe(direct)
})

test('a replica is read only where DATABASE_READ_URL names one', () => {
  expect(parseDatabaseConfig({ DATABASE_URL: a, DATABASE_READ_URL: b }).readUrl).toBe(b)
  expect(parseDatabaseConfig({ DATABASE_URL: a, DATABASE_READ_URL: '' }).readUrl).toBeNull()
})

test('all that is missing is told at once, and the faults of what is there', () => {
  expect(() => parseConfig({})).toThrow(/DATABASE_URL[\s\S]*AUTH_SECRET is not set/)
  expect(() => parseConfig({ DATABASE_URL: 'mysql://x', AUTH_SECRET: 'short' })).toThrow(
    /DATABASE_URL must be a postgres[\s\S]*AUTH_SECRET must have 32/,
  )
})
