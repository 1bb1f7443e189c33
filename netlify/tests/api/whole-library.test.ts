import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { testApi } from '#tests/support/api.js'
import { expectStatus } from '#tests/support/session-api.js'

const api = await testApi()

const known = Object.keys(ExerciseEntry.shape)
const gzippedBytes = (body: unknown) => gzipSync(JSON.stringify(body)).length

describe('the whole library', () => {
  test('is one page, in one round trip, of less than 45 kB when compressed', async () => {
    const { body, headers } = expectStatus(await api.visitor.get('/exercises?limit=500'), 200)
    expect(body.data).toHaveLength(194)
    expect(body.page).toEqual({ nextCursor: null, limit: 500 })
    expect(headers.get('link')).toBeNull()
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect(gzippedBytes(body)).toBeLessThan(45_000)
  })

  test('is less than 4 kB compressed for a picker, which needs four fields', async () => {
    const { body } = expectStatus(await api.visitor.get('/exercises?limit=500&fields=slug,name,category,level'), 200)
    expect(body.data).toHaveLength(194)
    expect(gzippedBytes(body)).toBeLessThan(4_000)
  })

  test('is lowered to the longest page, and no other list is longer than before', async () => {
    const { body } = expectStatus(await api.visitor.get('/exercises?limit=100000&fields=slug'), 200)
    expect(body.page.limit).toBe(500)
    const athlete = await api.athlete()
    expect(expectStatus(await athlete.get('/me/records?limit=500'), 200).body.page.limit).toBe(100)
  })
})

describe('fields', () => {
  test('leaves the fields that were asked for, in whatever order they were, and the page whole', async () => {
    const whole = expectStatus(await api.visitor.get('/exercises?limit=2'), 200).body
    const some = expectStatus(await api.visitor.get('/exercises?limit=2&fields=name,slug'), 200)
    const turned = expectStatus(await api.visitor.get('/exercises?limit=2&fields=slug,name'), 200)
    expect(some.body.data).toEqual(whole.data.map(({ slug, name }: ExerciseEntry) => ({ slug, name })))
    expect(some.body.page.limit).toBe(2)
    expect(turned.headers.get('etag')).toBe(some.headers.get('etag'))
    expect(turned.headers.get('netlify-vary')).toContain('|fields|')
  })

  test('may name every field there is, and goes with a search and from page to page', async () => {
    const all = expectStatus(await api.visitor.get(`/exercises?limit=3&fields=${known.join(',')}`), 200).body
    expect(all.data).toEqual(expectStatus(await api.visitor.get('/exercises?limit=3'), 200).body.data)
    const searched = '/exercises?q=push ups&limit=3'
    const first = expectStatus(await api.visitor.get(`${searched}&fields=slug`), 200).body
    expect(Object.keys(first.data[0])).toEqual(['slug'])
    const cursor = encodeURIComponent(first.page.nextCursor)
    const [next, whole] = await Promise.all([
      api.visitor.get(`${searched}&fields=slug,retired&cursor=${cursor}`),
      api.visitor.get(`${searched}&cursor=${cursor}`),
    ])
    expect(next.body.data).toEqual(whole.body.data.map(({ slug }: ExerciseEntry) => ({ slug, retired: false })))
  })

  test.each([
    ['an unknown field', 'fields=slug,colour', 'VALUE'],
    ['nothing', 'fields=', 'VALUE'],
    ['an empty name', 'fields=slug,', 'VALUE'],
    ['a space', 'fields=slug,%20name', 'VALUE'],
    ['another case', 'fields=Slug', 'VALUE'],
    ['a field twice', 'fields=slug,slug', 'VALUE'],
    ['a name that reaches into prototypes', 'fields=__proto__', 'VALUE'],
    ['another one', 'fields=constructor,slug', 'VALUE'],
    ['a field of a field', 'fields=defaults.sets', 'VALUE'],
    ['a thousand names', `fields=${Array.from({ length: 1000 }, () => 'slug').join(',')}`, 'TOO_BIG'],
    ['the parameter twice', 'fields=slug&fields=name', 'REPEATED'],
    ['the parameter as a list', 'fields[]=slug', 'UNKNOWN_PARAMETER'],
  ])('refuses %s', async (_, query, code) => {
    const { status, body } = await api.visitor.get(`/exercises?${query}`)
    expect([status, body.code, body.errors[0].code], JSON.stringify(body)).toEqual([400, 'MALFORMED_REQUEST', code])
  })

  test('a refusal of an unknown field names all that are known', async () => {
    const { body } = await api.visitor.get('/exercises?fields=colour')
    expect(body.errors).toEqual([
      { parameter: 'fields', code: 'VALUE', detail: `must be some of ${known.join(', ')}, joined by commas` },
    ])
  })

  test('is a question of its own for If-None-Match', async () => {
    const asked = '/exercises?fields=slug&limit=500'
    const etag = expectStatus(await api.visitor.get(asked), 200).headers.get('etag') ?? ''
    const again = await api.visitor.get(asked, { headers: { 'if-none-match': etag } })
    expect([again.status, again.body]).toEqual([304, null])
    expect((await api.visitor.get('/exercises?limit=500', { headers: { 'if-none-match': etag } })).status).toBe(200)
  })
})
