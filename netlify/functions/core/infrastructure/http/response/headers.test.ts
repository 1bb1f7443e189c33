import { describe, expect, test } from 'vitest'
import { corsHeaders, keptByCdn, keptByNobody } from './headers.js'

const origins = {
  own: 'https://api.example.com',
  listed: ['https://app.example.com', 'http://localhost:5173'],
  localToo: false,
}
const from = (origin: string | null, method = 'GET') =>
  corsHeaders(new Request('http://localhost/', { method, headers: origin === null ? {} : { origin } }), origins)

describe('CORS', () => {
  test('echoes a configured origin, and lists methods and headers to a preflight only', () => {
    expect(from('https://app.example.com')).toMatchObject({
      vary: 'Origin',
      'access-control-allow-origin': 'https://app.example.com',
      'access-control-expose-headers': expect.stringContaining('Idempotent-Replayed'),
    })
    expect(from('https://app.example.com')).not.toHaveProperty('access-control-allow-headers')
    expect(from('http://localhost:5173', 'OPTIONS')).toMatchObject({
      'access-control-allow-methods': expect.stringContaining('PATCH'),
      'access-control-allow-headers': expect.stringContaining('Idempotency-Key'),
    })
  })

  test.each([
    null,
    'null',
    'https://evil.example',
    'https://app.example.com.evil.example',
    'https://APP.example.com',
    'http://app.example.com',
    'https://app.example.com:444',
    'https://app.example.com/',
  ])('answers %s with no permission', (origin) => expect(from(origin)).toEqual({ vary: 'Origin' }))

  test('never allows every origin, nor cookies', () => {
    const all = JSON.stringify([from('https://app.example.com'), from('https://app.example.com', 'OPTIONS')])
    expect(all).not.toContain('"*"')
    expect(all).not.toContain('credentials')
  })
})

describe('caching', () => {
  test('lets the CDN keep public answers by the known parameters and the origin', () => {
    expect(keptByCdn(['level', 'q'])['netlify-vary']).toBe('query=level|q,header=Origin')
    expect(keptByCdn([])['netlify-vary']).toBe('header=Origin')
    expect(keptByCdn([])['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  test('forbids every cache to keep personal answers', () => {
    expect(Object.values(keptByNobody)).toEqual(['private, no-store', 'private, no-store'])
  })
})
