import { describe, expect, test } from 'vitest'
import { type Answered, testApi } from '#tests/support/api.js'

const api = await testApi()

type Listed = {
  slug: string
  name: string
  level: number
  category: string
  difficulty: number
  metric: string
  equipment: string[]
  equipmentGroups: { anyOf: string[] }[]
  tags: string[]
  description: string
}

function listed({ status, body }: Answered): Listed[] {
  expect(status, JSON.stringify(body)).toBe(200)
  return body.data
}

const slugs = (items: readonly Listed[]) => items.map(({ slug }) => slug)

/** Every page of a list, from the first to the last. */
async function allPages(query: string): Promise<Listed[]> {
  const items: Listed[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await api.visitor.get(`/exercises?${query}${cursor && `&cursor=${cursor}`}`)
    items.push(...listed(answer))
    cursor = answer.body.page.nextCursor
  }
  return items
}

describe('GET /exercises', () => {
  test('lists the easiest first, 25 on a page, with a link to the next page', async () => {
    const { status, body, headers } = await api.visitor.get('/exercises')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.data).toHaveLength(25)
    const difficulties = body.data.map(({ difficulty }: Listed) => difficulty)
    expect(difficulties).toEqual([...difficulties].sort((one: number, other: number) => one - other))
    expect(difficulties[0]).toBe(0)
    expect(headers.get('link')).toContain('rel="next"')
  })

  test.each(['difficulty', '-difficulty', 'name', '-name'])(
    'lists the whole library over the pages of sort=%s',
    async (sort) => {
      const paged = await allPages(`sort=${sort}&limit=40`)
      const [by, direction] = sort.startsWith('-') ? [sort.slice(1), 'desc'] : [sort, 'asc']
      const rows = await api.db.rows<{ slug: string }>(
        `select slug from exercises order by ${by} ${direction}, slug ${direction}`,
      )
      expect(slugs(paged)).toEqual(rows.map(({ slug }) => slug))
      expect(paged).toHaveLength(194)
    },
  )

  test('combines filters, and keeps them from page to page', async () => {
    const pull = await allPages('category=Pull&level=3&metric=reps&sort=-name&limit=2')
    expect(pull.length).toBeGreaterThan(2)
    for (const item of pull) expect(item).toMatchObject({ category: 'Pull', level: 3, metric: 'reps' })
    const whole = listed(await api.visitor.get('/exercises?category=Pull&level=3&metric=reps&sort=-name&limit=100'))
    expect(slugs(pull)).toEqual(slugs(whole))
  })

  test('lists what can be done with the given equipment', async () => {
    const nothing = await allPages('equipment=none&limit=100')
    expect(nothing.length).toBeGreaterThan(0)
    expect(nothing.flatMap(({ equipmentGroups }) => equipmentGroups)).toEqual([])
    const some = await allPages('equipment=band,wall&limit=100')
    expect(some.length).toBeGreaterThan(nothing.length)
    const isOwned = (word: string) => ['band', 'wall'].includes(word)
    for (const { slug, equipmentGroups } of some)
      expect([slug, equipmentGroups.every(({ anyOf }) => anyOf.some(isOwned))]).toEqual([slug, true])
    for (const slug of slugs(nothing)) expect(slugs(some)).toContain(slug)
  })

  test('finds an exercise by any of the things that will do for it, and only when nothing else is missing', async () => {
    const rows = async (equipment: string) => slugs(await allPages(`equipment=${equipment}&limit=100`))
    expect(await rows('table')).toContain('horizontal-row')
    expect(await rows('table')).not.toContain('feet-elevated-row')
    expect(await rows('table,chair')).toContain('feet-elevated-row')
    expect(await rows('stairs')).toContain('low-step-up')
  })

  test('filters by a tag', async () => {
    const isometric = await allPages('tag=isometric&limit=100')
    expect(isometric.length).toBeGreaterThan(0)
    for (const { tags } of isometric) expect(tags).toContain('isometric')
    expect(listed(await api.visitor.get('/exercises?tag=no-such-tag'))).toEqual([])
  })

  test.each([
    ['level=6', 'level'],
    ['level=', 'level'],
    ['level=2.0', 'level'],
    ['category=push', 'category'],
    ['tag=Not%20a%20tag', 'tag'],
    ['equipment=trampoline', 'equipment'],
    ['equipment=none,band', 'equipment'],
    ['equipment=', 'equipment'],
    ['metric=minutes', 'metric'],
    ['q=', 'q'],
    ['q=%20%20', 'q'],
    [`q=${'a'.repeat(81)}`, 'q'],
    ['q=a%00b', 'q'],
    ['sort=level', 'sort'],
    ['limit=0', 'limit'],
    ['limit=-1', 'limit'],
    ['page=2', 'page'],
    ['level=1&level=2', 'level'],
  ])('refuses ?%s', async (query, parameter) => {
    const { status, body } = await api.visitor.get(`/exercises?${query}`)
    expect(status, JSON.stringify(body)).toBe(400)
    expect(body.errors.map((fault: { parameter: string }) => fault.parameter)).toContain(parameter)
  })

  test('names all faults at once', async () => {
    const { body } = await api.visitor.get('/exercises?level=9&metric=minutes&sort=x&colour=red')
    expect(body.errors.map((fault: { parameter: string }) => fault.parameter).sort()).toEqual([
      'colour',
      'level',
      'metric',
      'sort',
    ])
  })

  test('refuses a cursor of other filters, of another order, or that was tampered with', async () => {
    const { nextCursor } = (await api.visitor.get('/exercises?limit=5')).body.page
    const tampered = `${nextCursor.slice(0, -2)}${nextCursor.endsWith('AA') ? 'BB' : 'AA'}`
    for (const query of [`sort=name&cursor=${nextCursor}`, `level=1&cursor=${nextCursor}`, `cursor=${tampered}`]) {
      const { status, body } = await api.visitor.get(`/exercises?${query}`)
      expect([status, body.code], query).toEqual([400, 'INVALID_CURSOR'])
    }
  })
})

describe('GET /exercises/{exercise}', () => {
  test('finds an exercise by slug and by id', async () => {
    const bySlug = await api.visitor.get('/exercises/bar-muscle-up')
    expect(bySlug.status, JSON.stringify(bySlug.body)).toBe(200)
    expect(bySlug.body).toMatchObject({
      slug: 'bar-muscle-up',
      name: 'Bar Muscle-up',
      category: 'Pull',
      level: 4,
      levelName: 'Advanced',
      metric: 'reps',
      unilateral: false,
      slot: 'skill',
      ladder: 'muscle-up',
      loadable: false,
      equipment: ['pull-up-bar'],
      equipmentGroups: [{ anyOf: ['pull-up-bar'] }],
      defaults: { sets: [{ reps: 3 }, { reps: 3 }, { reps: 3 }], tempo: '2-0-X-0', restSeconds: 180, notes: null },
      interchange: { fitExerciseCategory: 'PULL_UP', healthConnectSegment: 'PULL_UP' },
    })
    const byId = await api.visitor.get(`/exercises/${bySlug.body.id}`)
    expect(byId.body).toEqual(bySlug.body)
  })

  test.each(['no-such-exercise', '00000000-0000-4000-8000-000000000000'])('does not find %s', async (key) => {
    const { status, body } = await api.visitor.get(`/exercises/${key}`)
    expect([status, body.code]).toEqual([404, 'EXERCISE_NOT_FOUND'])
  })

  test('refuses what can be neither an id nor a slug', async () => {
    const { status, body } = await api.visitor.get('/exercises/Bar%20Muscle-up')
    expect(status, JSON.stringify(body)).toBe(400)
  })
})

describe('GET /exercises/{exercise}/progressions', () => {
  const slugsOf = (refs: { slug: string }[]) => refs.map(({ slug }) => slug)

  test('gives prerequisites of all categories, and easier and harder exercises of the same category', async () => {
    const { status, body } = await api.visitor.get('/exercises/bar-muscle-up/progressions')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.exercise.slug).toBe('bar-muscle-up')
    expect(body.prerequisites.map(slugsOf)).toEqual([['chest-to-bar-pull-up', 'straight-bar-dip']])
    expect(slugsOf(body.easier)).toEqual(['chest-to-bar-pull-up'])
    expect(slugsOf(body.harder)).toEqual(['ring-muscle-up'])
  })

  test('gives what is required as alternatives, and the same as every way to meet it', async () => {
    const { body } = await api.visitor.get('/exercises/negative-dip/progressions')
    expect(body.requires.map(({ anyOf }: { anyOf: { slug: string }[] }) => slugsOf(anyOf))).toEqual([
      ['parallel-bar-support-hold'],
      ['bench-dip', 'push-up'],
    ])
    expect(body.prerequisites.map(slugsOf)).toEqual([
      ['parallel-bar-support-hold', 'bench-dip'],
      ['parallel-bar-support-hold', 'push-up'],
    ])
  })

  test('gives lateral variations from both sides', async () => {
    const one = await api.visitor.get('/exercises/advanced-shrimp-squat/progressions')
    expect(slugsOf(one.body.lateral)).toContain('hawaiian-squat')
    const other = await api.visitor.get('/exercises/hawaiian-squat/progressions')
    expect(slugsOf(other.body.lateral)).toContain('advanced-shrimp-squat')
  })

  test('gives no groups for an exercise without prerequisites', async () => {
    const { body } = await api.visitor.get('/exercises/wall-push-up/progressions')
    expect(body).toMatchObject({ prerequisites: [], easier: [] })
  })

  test('does not find an unknown exercise', async () => {
    const { status, body } = await api.visitor.get('/exercises/no-such-exercise/progressions')
    expect([status, body.code]).toEqual([404, 'EXERCISE_NOT_FOUND'])
  })
})
