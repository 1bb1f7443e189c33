import { expect, test } from 'vitest'
import { parseConfig } from './config.js'
import { isAllowedOrigin, originPatterns } from './origins.js'

const needed = { DATABASE_URL: 'postgres://localhost/calistheniq', AUTH_SECRET: 'x'.repeat(32) }
const originsIn = (env: Record<string, string>) => parseConfig({ ...needed, ...env }).http.origins

const developer = originsIn({ BASE_URL: 'http://localhost:8888' })
const deployed = originsIn({ URL: 'https://api.example', CORS_ORIGINS: 'https://app.example, capacitor://localhost' })

const local = ['http://localhost', 'http://localhost:5173', 'http://127.0.0.1:3000', 'http://[::1]:4321']

test.each(local)('%s may call on a developer’s machine, and never where it is deployed', (origin) => {
  expect([isAllowedOrigin(origin, developer), isAllowedOrigin(origin, deployed)]).toEqual([true, false])
})

test.each([
  'null',
  '',
  'https://app.example',
  'http://localhost.evil.example',
  'http://localhost.evil.example:5173',
  'http://evil.localhost:5173',
  'http://localhost:80@evil.example',
  'http://evil.example/http://localhost:5173',
  'http://localhost:5173/',
  'http://LOCALHOST:5173',
  'http://localhost:5173,http://evil.example',
  'http://localhost:99999',
  'http://127.0.0.1.evil.example',
  'http://127.1:5173',
  'http://0.0.0.0:5173',
  'https://localhost:5173',
  'file://localhost',
])('%s may not call on a developer’s machine', (origin) => {
  expect(isAllowedOrigin(origin, developer)).toBe(false)
})

test('a deployment is called from its own origin and from the listed ones', () => {
  const origins = ['https://api.example', 'https://app.example', 'capacitor://localhost']
  expect(origins.map((origin) => isAllowedOrigin(origin, deployed))).toEqual([true, true, true])
  const others = [
    'https://app.example.evil.example',
    'http://app.example',
    'https://app.example:444',
    'https://APP.example',
  ]
  expect(others.map((origin) => isAllowedOrigin(origin, deployed))).toEqual(others.map(() => false))
})

test.each([
  ['nothing says where it runs', {}],
  ['Netlify says that it is deployed', { BASE_URL: 'http://localhost:8888', URL: 'https://api.example' }],
  ['the public address only begins like a local one', { BASE_URL: 'http://localhost.example' }],
  ['the public address is another machine of the network', { BASE_URL: 'http://192.168.1.7:8888' }],
])('no local origin may call when %s', (_, env) => {
  expect(local.filter((origin) => isAllowedOrigin(origin, originsIn(env)))).toEqual([])
})

test('the accounts trust the same origins', () => {
  expect(originPatterns(deployed)).toEqual(['https://api.example', 'https://app.example', 'capacitor://localhost'])
  expect(originPatterns(developer)).toContain('http://localhost:*')
})

test('CORS_ORIGINS takes a slash at the end, and nothing else that no browser would send', () => {
  expect(originsIn({ CORS_ORIGINS: 'https://App.example/,' }).listed).toEqual(['https://app.example'])
  for (const wrong of ['*', 'https://*.example', 'app.example', 'https://app.example/login', 'https://a@app.example'])
    expect(() => originsIn({ CORS_ORIGINS: wrong }), wrong).toThrow(`CORS_ORIGINS must list exact origins`)
})
