import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import dotenv from 'dotenv'
import { expect, test } from 'vitest'
import { parseConfig, settingNames } from './config.js'

const text = readFileSync(join(import.meta.dirname, '../../../../../.env.example'), 'utf8')
const example = dotenv.parse(text)

test('.env.example names every setting, and no other', () => {
  expect(Object.keys(example).sort()).toEqual([...settingNames].sort())
})

test('.env.example explains each setting in the lines above it', () => {
  const blocks = text.split('\n\n').filter((block) => /^[A-Z_]+=/m.test(block))
  for (const block of blocks) expect(block, block).toMatch(/^# .{20,}/m)
})

test('.env.example is a complete configuration once its required settings are filled in', () => {
  const config = parseConfig({
    ...example,
    DATABASE_URL: 'postgres://localhost/calistheniq',
    AUTH_SECRET: 'x'.repeat(32),
  })
  expect(config).toMatchObject({
    database: { directUrl: 'postgres://localhost/calistheniq', readUrl: null },
    auth: { baseUrl: 'http://localhost:8888', issuers: [] },
    http: {
      origins: { listed: [], localToo: false },
      deadlineMs: 8_000,
      quota: { requests: 600, accountRequests: 1_800, windowSeconds: 60 },
    },
    log: { level: 'info' },
  })
})

test('.env.example names the defaults that the configuration has', () => {
  expect(text).toMatch(/^# .*Default: 8000\nREQUEST_DEADLINE_MS=$/m)
  expect(text).toMatch(/^# .*Default: info\nLOG_LEVEL=$/m)
})
