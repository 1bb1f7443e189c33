import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { seedExercises } from '#database/seed-exercises.js'
import { LibraryExercise } from '#domain/library/exercise.schema.js'
import type { ExerciseGraph, GraphEdge } from '#domain/library/graph.schema.js'
import { testApi } from '#tests/support/api.js'
import { libraryWithout, renamedLibrary } from '#tests/support/changed-library.js'
import { expectStatus } from '#tests/support/session-api.js'

const api = await testApi()
const seed = async (folder?: string) => {
  await seedExercises({ database: api.db.operator(), folder })
}

const getGraph = async () => expectStatus(await api.visitor.get('/exercises/graph'), 200)
const graphOf = async (): Promise<ExerciseGraph> => (await getGraph()).body
const told = (edges: readonly GraphEdge[], slug: string) =>
  edges
    .filter(({ from, to }) => from === slug || to === slug)
    .map(({ from, to, kind, group }) => `${from} ${kind} ${to}${group === null ? '' : ` (${group})`}`)

describe('GET /exercises/graph', () => {
  test('has every exercise, the easiest first, and takes one round trip and less than 12 kB when compressed', async () => {
    const { body, headers } = await getGraph()
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect(body.nodes).toHaveLength(194)
    const difficulties = body.nodes.map(({ difficulty }: { difficulty: number }) => difficulty)
    expect(difficulties).toEqual(difficulties.toSorted((one: number, other: number) => one - other))
    expect(body.nodes.find(({ slug }: { slug: string }) => slug === 'pull-up')).toEqual({
      ...{ slug: 'pull-up', name: 'Pull-up', category: 'Pull', level: 3, difficulty: 3.15, slot: 'vpull' },
      ...{ ladder: 'pull-up', metric: 'reps', unilateral: false, equipment: [['pull-up-bar', 'rings']] },
      standard: [{ reps: 6 }, { reps: 6 }, { reps: 6 }],
      formerSlugs: [],
    })
    expect(gzipSync(JSON.stringify(body)).length).toBeLessThan(12_000)
    expect(headers.get('netlify-cdn-cache-control')).toContain('durable')
  })

  test('says of each exercise what its own page says', async () => {
    const { edges } = await graphOf()
    const { requires, easier, harder, lateral } = expectStatus(
      await api.visitor.get('/exercises/pull-up/progressions'),
      200,
    ).body
    const slugs = (some: readonly { slug: string }[]) => some.map(({ slug }) => slug).toSorted()
    const of = (kind: string, side: 'from' | 'to') =>
      edges.filter((edge) => edge.kind === kind && edge[side] === 'pull-up')
    const groups = Object.values(Object.groupBy(of('requires', 'from'), ({ group }) => `${group}`))
    expect(groups.map((some = []) => some.map(({ to }) => to))).toEqual(
      requires.map(({ anyOf }: { anyOf: { slug: string }[] }) => anyOf.map(({ slug }) => slug)),
    )
    expect(
      of('harder', 'to')
        .map(({ from }) => from)
        .toSorted(),
    ).toEqual(slugs(easier))
    expect(
      of('harder', 'from')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(slugs(harder))
    const alike = [...of('lateral', 'from').map(({ to }) => to), ...of('lateral', 'to').map(({ from }) => from)]
    expect(alike.toSorted()).toEqual(slugs(lateral))
  })

  test('names each relation once, and no exercise that it does not have', async () => {
    const { nodes, edges } = await graphOf()
    const known = new Set(nodes.map(({ slug }) => slug))
    expect(edges.filter(({ from, to }) => !known.has(from) || !known.has(to) || from === to)).toEqual([])
    const pairs = edges.map(({ from, to, kind }) => [
      kind,
      ...(kind === 'lateral' ? [from, to].toSorted() : [from, to]),
    ])
    expect(new Set(pairs.map(String)).size).toBe(edges.length)
  })

  test('follows an exercise that was renamed, and leaves out one that left the library, with its edges', async () => {
    onTestFinished(() => seed())
    const before = await graphOf()
    await seed(renamedLibrary('dead-hang', 'passive-hang'))
    const renamed = await graphOf()
    expect(renamed.nodes.find(({ slug }) => slug === 'passive-hang')?.formerSlugs).toEqual(['dead-hang'])
    expect(told(renamed.edges, 'passive-hang')).toEqual(
      told(before.edges, 'dead-hang').map((line) => line.replace('dead-hang', 'passive-hang')),
    )
    await seed(libraryWithout('typewriter-pull-up'))
    const less = await graphOf()
    expect(less.nodes).toHaveLength(193)
    expect(told(less.edges, 'typewriter-pull-up')).toEqual([])
  })

  test('is answered to HEAD, and with 304 to who has it, until the library changes', async () => {
    onTestFinished(() => seed())
    const etag = (await getGraph()).headers.get('etag') ?? ''
    const ask = (method: string) => api.fetch('/exercises/graph', { method, headers: { 'if-none-match': etag } })
    expect([(await ask('GET')).status, (await ask('HEAD')).status]).toEqual([304, 304])
    const head = await api.fetch('/exercises/graph', { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
    await seed(renamedLibrary('dead-hang', 'passive-hang'))
    expect((await ask('GET')).status).toBe(200)
  })

  test('has an address that no exercise can take', () => {
    expect(LibraryExercise.shape.slug.safeParse('graph').error?.issues[0]?.message).toContain('address')
    expect(LibraryExercise.shape.slug.safeParse('pull-up').success).toBe(true)
  })

  test.each(['?limit=5', '?fields=slug'])('takes no parameters: %s is refused', async (query) => {
    expect(await api.visitor.get(`/exercises/graph${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'UNKNOWN_PARAMETER' }] },
    })
  })
})
