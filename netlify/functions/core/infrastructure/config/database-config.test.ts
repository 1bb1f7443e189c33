import { expect, test } from 'vitest'
import { parseConfig, parseDatabaseConfig } from './config.js'

const a = 'postgres://a.example/a'
const b = 'postgres://b.example/b'

test('parseDatabaseConfig needs only the URL', () => {
  expect(parseDatabaseConfig({ DATABASE_URL: a })).toEqual({ url: a, directUrl: a, readUrl: null, neonEndpoint: null })
  expect(() => parseDatabaseConfig({})).toThrow('DATABASE_URL (or NETLIFY_DB_URL) is not set')
})

test('parseDatabaseConfig prefers DATABASE_URL to NETLIFY_DB_URL, and takes an empty one as missing', () => {
  expect(parseDatabaseConfig({ DATABASE_URL: a, NETLIFY_DB_URL: b }).url).toBe(a)
  expect(parseDatabaseConfig({ DATABASE_URL: '', NETLIFY_DB_URL: b }).url).toBe(b)
})

test('parseDatabaseConfig takes the direct URL that belongs to the URL in use', () => {
  const direct = 'postgres://direct.example/b'
  expect(parseDatabaseConfig({ DATABASE_URL: a, NETLIFY_DB_URL_UNPOOLED: direct }).directUrl).toBe(a)
  expect(parseDatabaseConfig({ NETLIFY_DB_URL: b, NETLIFY_DB_URL_UNPOOLED: direct }).directUrl).toBe(direct)
  expect(parseDatabaseConfig({ DATABASE_URL: a, DATABASE_URL_UNPOOLED: direct }).directUrl).toBe(direct)
})

test('parseDatabaseConfig has a read URL only when DATABASE_READ_URL is set', () => {
  expect(parseDatabaseConfig({ DATABASE_URL: a, DATABASE_READ_URL: b }).readUrl).toBe(b)
  expect(parseDatabaseConfig({ DATABASE_URL: a, DATABASE_READ_URL: '' }).readUrl).toBeNull()
})

test('parseConfig names every missing and every faulty setting at once', () => {
  expect(() => parseConfig({})).toThrow(/DATABASE_URL[\s\S]*AUTH_SECRET is not set/)
  expect(() => parseConfig({ DATABASE_URL: 'mysql://x', AUTH_SECRET: 'short' })).toThrow(
    /DATABASE_URL must be a postgres[\s\S]*AUTH_SECRET must have 32/,
  )
})
