import { expect, test } from 'vitest'
import { codingFor, isCompressible, tagOfCompressed, varyingBy } from './content-coding.js'

test.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['BR', 'br'],
  ['gzip;q=0', null],
  ['*', 'gzip'],
  ['brotli, gzipped', null],
])('who accepts %s gets %s', (accepted, coding) => expect(codingFor(accepted)).toBe(coding))

const json = { 'content-type': 'application/json; charset=utf-8' }

test.each([
  ['JSON', 200, json, true],
  ['a problem', 404, { 'content-type': 'application/problem+json' }, true],
  ['a page', 200, { 'content-type': 'text/html' }, true],
  ['a drawing', 200, { 'content-type': 'image/svg+xml' }, true],
  ['a ZIP', 200, { 'content-type': 'application/zip' }, false],
  ['a photograph', 200, { 'content-type': 'image/png' }, false],
  ['events', 200, { 'content-type': 'text/event-stream' }, false],
  ['what has no type', 200, {}, false],
  ['what is small', 200, { ...json, 'content-length': '900' }, false],
  ['what is compressed', 200, { ...json, 'content-encoding': 'gzip' }, false],
  ['a range', 206, { ...json, 'content-range': 'bytes 0-1/2' }, false],
  ['what may not be transformed', 200, { ...json, 'cache-control': 'private, no-transform' }, false],
  ['what is not modified', 304, json, false],
])('%s (%i) is compressed or not', (_, status, headers, expected) => {
  expect(isCompressible(status, headers)).toBe(expected)
})

test('Vary names the header once', () => {
  expect(varyingBy('Accept-Encoding', undefined)).toBe('Accept-Encoding')
  expect(varyingBy('Accept-Encoding', 'Origin')).toBe('Origin, Accept-Encoding')
  expect(varyingBy('Accept-Encoding', 'accept-encoding, Origin')).toBe('accept-encoding, Origin')
})

test('a compressed answer has a tag of its own', () => {
  expect(tagOfCompressed('"3.k3J9aQXq0vT2b9eA"')).toBe('"3.k3J9aQXq0vT2b9eA-df"')
})
