import { expect, test } from 'vitest'
import { assertScheme, isWebhookUrl } from './endpoint-url.js'

test.each([
  'https://example.com',
  'https://example.com:8443/hooks?a=b',
  'HTTPS://EXAMPLE.COM/x',
  'https://[2001:db8::1]/x',
  'http://localhost:8888/hook',
])('isWebhookUrl accepts %s', (text) => {
  expect(isWebhookUrl(text)).toBe(true)
})

test.each([
  '',
  'example.com',
  'ftp://example.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://',
  'https:///x',
  'https:\\\\example.com',
  'https://example.com\\@other.example',
  'https://user@example.com',
  'https://user:password@example.com',
  'https://example.com/#fragment',
  'https://exa mple.com',
  ' https://example.com',
  'https://example.com\n',
  'https://exam\tple.com',
  'https://example.com/\u0000',
  'https://münchen.example',
  'https://example.com:99999',
])('isWebhookUrl refuses %j', (text) => {
  expect(isWebhookUrl(text)).toBe(false)
})

const accepts = (text: string, allowPrivate: boolean) => {
  try {
    assertScheme(new URL(text), { allowPrivate })
    return true
  } catch {
    return false
  }
}

test('assertScheme accepts https only', () => {
  expect(accepts('https://example.com', false)).toBe(true)
  expect(accepts('http://example.com', false)).toBe(false)
  expect(accepts('http://localhost', false)).toBe(false)
})

test.each(['http://localhost:1', 'http://api.localhost', 'http://127.0.0.1', 'http://127.1', 'http://[::1]:1'])(
  'assertScheme accepts %s where private addresses are allowed',
  (text) => expect(accepts(text, true)).toBe(true),
)

test.each(['http://example.com', 'http://10.0.0.1', 'http://localhost.example.com', 'http://127.0.0.1.example.com'])(
  'assertScheme refuses %s even there',
  (text) => expect(accepts(text, true)).toBe(false),
)
