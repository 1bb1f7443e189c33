import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openApiDocument } from '#http/openapi/document.js'
import { documentedOperations } from '#http/openapi/operations.js'
import { testApi } from '#tests/support/api.js'
import { expectStatus } from '#tests/support/session-api.js'
import seededEquipment from '../../../seeds/equipment.json' with { type: 'json' }
import seededLevels from '../../../seeds/levels.json' with { type: 'json' }

const api = await testApi()

type Term = { code: string | number; label: string; description?: string | null }
const answered = expectStatus(await api.visitor.get('/vocabularies'), 200)
const vocabularies: Record<string, Term[]> = answered.body
const { rpe, ...coded } = vocabularies

/** Codes that nobody draws, or that stand in other lists. */
const elsewhere: Readonly<Record<string, string>> = {
  ProblemCode: 'the page of problems has a title for each',
  ItemProblemCode: 'codes of ProblemCode',
  SetResultStatus: 'tells a program what became of what it sent',
  ScoreTerm: 'summands that decide nothing any more',
  ChartUnit: 'units, written as people read them',
  AuthenticatorAttachment: 'words of WebAuthn, from the browser',
  FitExerciseCategory: "codes of Garmin's profile, for other programs",
  HealthConnectSegment: 'codes of Health Connect, for other programs',
}

test('takes one round trip and less than 8 kB when compressed, is kept by the CDN, and has 304 and HEAD', async () => {
  expect(api.requests.at(-1)?.roundTrips).toBe(1)
  expect(gzipSync(JSON.stringify(answered.body)).length).toBeLessThan(8_000)
  expect(answered.headers.get('netlify-cdn-cache-control')).toContain('durable')
  const etag = answered.headers.get('etag') ?? ''
  expect(await api.visitor.get('/vocabularies', { headers: { 'if-none-match': etag } })).toMatchObject({ status: 304 })
  const head = await api.fetch('/vocabularies', { method: 'HEAD' })
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
})

test('has every value of every named list of codes in the document', () => {
  const schemas = Object.entries(openApiDocument(documentedOperations()).components?.schemas ?? {})
  const lists = schemas.flatMap(([name, schema]) =>
    'enum' in schema && schema.enum && !(name in elsewhere) ? [{ name, values: schema.enum }] : [],
  )
  const known = Object.values(coded).map((terms) => new Set<unknown>(terms.map(({ code }) => code)))
  expect(lists.length).toBeGreaterThan(30)
  expect(lists.filter(({ values }) => !known.some((codes) => values.every((value) => codes.has(value))))).toEqual([])
})

test('has each code of a vocabulary once, with a label that begins with a capital or a digit', () => {
  for (const [name, terms] of Object.entries(coded)) {
    expect(new Set(terms.map(({ code }) => code)).size, name).toBe(terms.length)
    expect(new Set(terms.map(({ label }) => label)).size, name).toBe(terms.length)
    expect(
      terms.filter(({ label }) => !/^[A-Z\d][^.]*$/.test(label)),
      name,
    ).toEqual([])
  }
})

test('calls equipment and levels as the seeds do', () => {
  const equipment = seededEquipment.map(({ slug, name }) => ({ code: slug, label: name }))
  expect(vocabularies.equipment?.map(({ code, label }) => ({ code, label }))).toEqual(equipment)
  const levels = seededLevels.map(({ order, name }) => ({ code: order, label: name, description: null }))
  expect(vocabularies.levels).toEqual(levels)
})

test('says what can stand in for a thing, both ways, and by which other names it goes', () => {
  const equipment = answered.body.equipment as { code: string; synonyms: string[]; substitutes: string[] }[]
  const bar = equipment.find(({ code }) => code === 'pull-up-bar')
  expect(bar).toMatchObject({ synonyms: ['Chin-up bar', 'High bar'], substitutes: expect.arrayContaining(['rings']) })
  const pairs = equipment.flatMap(({ code, substitutes }) => substitutes.map((other) => `${code} ${other}`))
  expect(pairs.filter((pair) => !pairs.includes(pair.split(' ').reverse().join(' ')))).toEqual([])
})

test('has a word for every half of the scale of effort', () => {
  const scale = rpe as unknown as { from: number; to: number }[]
  const halves = Array.from({ length: 19 }, (_, step) => 1 + step / 2)
  expect(halves.map((value) => scale.filter(({ from, to }) => value >= from && value <= to).length)).toEqual(
    halves.map(() => 1),
  )
})

test('has the tags of the library, those that exercises can be filtered by', async () => {
  const { body } = expectStatus(await api.visitor.get('/exercises?limit=500&fields=tags'), 200)
  const tags = new Set(body.data.flatMap(({ tags: some }: { tags: string[] }) => some))
  expect(new Set(vocabularies.tags?.map(({ code }) => code))).toEqual(tags)
})

test('takes no parameters', async () => {
  expect((await api.visitor.get('/vocabularies?language=de')).status).toBe(400)
})
