import { expect, test } from 'vitest'
import { parseConfig } from './config.js'

const needed = { DATABASE_URL: 'postgres://localhost/calistheniq', AUTH_SECRET: 'x'.repeat(32) }
const providersOf = (text: string) => parseConfig({ ...needed, AUTH_PROVIDERS: text }).auth.providers

const client = { clientId: 'calistheniq', clientSecret: 'hidden' }

test('providers are none by default', () => {
  expect(parseConfig(needed).auth.providers).toEqual([])
})

test('providers have names for buttons, and known ones need no address', () => {
  const club = { id: 'my-club', discoveryUrl: 'https://id.club.example/.well-known/openid-configuration', ...client }
  expect(providersOf(JSON.stringify([{ id: 'github', ...client }, club]))).toEqual([
    { id: 'github', name: 'GitHub', discoveryUrl: null, scopes: [], ...client },
    { ...club, name: 'my-club', scopes: [] },
  ])
})

test('every fault of every provider is told at once, with its place', () => {
  const text = JSON.stringify([
    { id: 'google', discoveryUrl: 'https://accounts.google.com/.well-known/openid-configuration', ...client },
    { id: 'My Club', ...client },
    { id: 'credential', discoveryUrl: 'http://id.club.example', clientId: '' },
  ])
  const faults = () => providersOf(text)
  for (const place of ['0.discoveryUrl', '1.id', '2.id', '2.clientId', '2.clientSecret', '2.discoveryUrl']) {
    expect(faults).toThrow(`AUTH_PROVIDERS.${place} `)
  }
})

test.each(['{', '{}', '"google"'])('providers are a JSON array, and %s is none', (text) => {
  expect(() => providersOf(text)).toThrow('AUTH_PROVIDERS')
})

test('an id names one provider', () => {
  const twice = JSON.stringify([
    { id: 'apple', ...client },
    { id: 'apple', ...client },
  ])
  expect(() => providersOf(twice)).toThrow('must not name an id twice')
})
