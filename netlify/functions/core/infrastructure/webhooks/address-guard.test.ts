import { expect, test } from 'vitest'
import { isWebhookUrl } from '#domain/webhook/endpoint-url.js'
import { checkAddress } from './address-guard.js'
import { dnsResolver } from './resolve-host.js'

// nothing is looked up: every host here is an address, however it is written
const resolve = dnsResolver({ servers: ['127.0.0.1:1'], timeoutMs: 50 })
const check = (text: string) => checkAddress(new URL(text), { allowPrivate: false }, resolve)

test.each([
  ['decimal', 'https://2130706433/'],
  ['hexadecimal', 'https://0x7f000001/'],
  ['octal', 'https://017700000001/'],
  ['octal parts', 'https://0177.0.0.01/'],
  ['mixed parts', 'https://0x7f.0.1/'],
  ['short', 'https://127.1/'],
  ['a single zero', 'https://0/'],
  ['unspecified', 'https://0.0.0.0/'],
  ['with a dot at the end', 'https://127.0.0.1./'],
  ['percent-encoded', 'https://%31%32%37.0.0.1/'],
  ['private in decimal', 'https://167772161/'],
  ['metadata in decimal', 'https://2852039166/latest/meta-data/'],
  ['metadata in octal', 'https://0251.0376.0251.0376/'],
  ['on the port of https', 'https://10.0.0.1:443/'],
  ['on another port', 'https://192.168.0.1:8443/'],
  ['localhost', 'https://localhost/'],
  ['localhost with a dot at the end', 'https://LOCALHOST./'],
  ['percent-encoded localhost', 'https://%6cocalhost/'],
  ['below localhost', 'https://api.localhost:5432/'],
  ['loopback', 'https://[::1]/'],
  ['loopback at length', 'https://[0:0:0:0:0:0:0:1]/'],
  ['unspecified', 'https://[::]/'],
  ['mapped', 'https://[::ffff:127.0.0.1]/'],
  ['mapped in hexadecimal', 'https://[::ffff:a00:1]:8443/'],
  ['NAT64', 'https://[64:ff9b::a9fe:a9fe]/'],
  ['6to4', 'https://[2002:7f00:1::]/'],
  ['unique local', 'https://[fd00::1]/'],
  ['link-local', 'https://[fe80::1]/'],
])('the address guard refuses %s: %s', async (_, url) => {
  expect(isWebhookUrl(url)).toBe(true)
  expect(await check(url)).toEqual({ kind: 'refused' })
})

test.each([
  'https://example.com@127.0.0.1/',
  'https://127.0.0.1:443@example.com/',
  'https://example.com:password@10.0.0.1/',
  'https://example.com\\@127.0.0.1/',
  'https://127。0。0。1/',
  'https://①②⑦.⓪.⓪.①/',
  'https://[fe80::1%25eth0]/',
  'https://127.0.0.1#@example.com/',
  'https://0x7f.0.0.0.1/',
  'https://256.0.0.1/',
])('%s is no webhook URL to begin with', (url) => {
  expect(isWebhookUrl(url)).toBe(false)
})

test('the address guard allows a public address on any port, and connects to that very address', async () => {
  expect(await check('https://1.1.1.1:8443/')).toEqual({ kind: 'allowed', addresses: ['1.1.1.1'] })
  expect(await check('https://[2606:4700:4700::1111]/')).toEqual({
    kind: 'allowed',
    addresses: ['2606:4700:4700::1111'],
  })
})
