import { describe, expect, test } from 'vitest'
import { testApi } from '#tests/support/api.js'
import { expectStatus } from '#tests/support/session-api.js'
import { asPeopleType } from './exercise-search/as-people-type.js'

const api = await testApi()

type Found = { slug: string; difficulty: number; aliases: { name: string; language: string }[] }

async function ask(q: string, more = 'limit=100') {
  const { body } = expectStatus(await api.visitor.get(`/exercises?q=${encodeURIComponent(q)}&${more}`), 200)
  return body as { data: Found[]; page: { nextCursor: string | null } }
}

const slugsOf = (found: readonly Found[]) => found.map(({ slug }) => slug)
const search = async (q: string, more?: string) => slugsOf((await ask(q, more)).data)

test.each(asPeopleType)('%s finds %s among the first three', async (q, slug) => {
  expect((await search(q)).slice(0, 3)).toContain(slug)
})

describe('the order of what is found', () => {
  test.each(['pull-up', 'pull up', 'Pull-up', 'L sit', 'chin-up', 'ring-dip', 'plank'])(
    'begins with what is called %s',
    async (q) => {
      const [first] = (await ask(q)).data
      const names = [first?.slug, ...(first?.aliases ?? []).map(({ name }) => name)].map((name) => name?.toLowerCase())
      expect(names).toContain(q.toLowerCase().replace(' ', '-'))
    },
  )

  test('is name, then beginning of a name, then word of a name, then description', async () => {
    const found = await search('planche')
    const places = ['full-planche', 'planche-lean', 'tuck-planche', 'frog-stand']
    const at = places.map((slug) => found.indexOf(slug))
    expect(at).toEqual([...at].sort((one, other) => one - other))
    expect([at[0], Math.min(...at)]).toEqual([0, 0])
  })

  test('has the easiest first among equals', async () => {
    const archers = (await ask('archer')).data.slice(0, 3)
    expect(slugsOf(archers)).toEqual(['archer-row', 'archer-push-up', 'archer-pull-up'])
  })

  test('is another one when another one is asked for', async () => {
    const byDifficulty = (await ask('pull up', 'sort=difficulty&limit=100')).data.map(({ difficulty }) => difficulty)
    expect(byDifficulty).toEqual([...byDifficulty].sort((one, other) => one - other))
    expect((await search('pull up', 'sort=-name&limit=100')).toSorted()).toEqual((await search('pull up')).toSorted())
  })

  test('without words is the order by difficulty', async () => {
    const { body } = expectStatus(await api.visitor.get('/exercises?sort=relevance&limit=100'), 200)
    const { body: usual } = expectStatus(await api.visitor.get('/exercises?limit=100'), 200)
    expect(slugsOf(body.data)).toEqual(slugsOf(usual.data))
  })
})

describe('the pages of what is found', () => {
  test.each(['pull up', 'squat', 'puhs up', 'isometric', 'a'])('of %s are the whole list', async (q) => {
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { data, page }: Awaited<ReturnType<typeof ask>> = await ask(q, `limit=7${cursor && `&cursor=${cursor}`}`)
      paged.push(...slugsOf(data))
      cursor = page.nextCursor
    }
    expect(paged.slice(0, 100)).toEqual(await search(q))
    expect(new Set(paged).size).toBe(paged.length)
  })

  test('do not go on in another question', async () => {
    const { page } = await ask('squat', 'limit=5')
    const { status, body } = await api.visitor.get(`/exercises?q=row&limit=5&cursor=${page.nextCursor}`)
    expect([status, body.code]).toEqual([400, 'INVALID_CURSOR'])
  })
})

describe('how much is found', () => {
  test.each(['zzzzqq', 'xylophone', 'qqqq wwww', 'подтягивания', '懸垂', '🏋️', '!!!', '%', '_', '\\', '​'])(
    '%j finds nothing',
    async (q) => {
      expect(await search(q)).toEqual([])
    },
  )

  test.each(asPeopleType.filter(([q]) => /\p{L}\P{L}+\p{L}/u.test(q)))(
    '%s, of several words, finds less than a third of the library',
    async (q) => {
      const found = await ask(q)
      expect(found.page.nextCursor).toBeNull()
      expect(found.data.length).toBeLessThan(65)
    },
  )

  test('filters narrow it', async () => {
    const narrowed = await search('pull up', 'category=Pull&level=3&limit=100')
    expect(narrowed[0]).toBe('pull-up')
    expect(await search('pull up', 'equipment=none&limit=100')).not.toContain('pull-up')
    const all = (await search('pull up')).filter((slug) => narrowed.includes(slug))
    expect(narrowed).toEqual(all)
  })

  test('words of tags and descriptions find what has all of them', async () => {
    expect(await search('vertical-pull power')).toEqual(
      expect.arrayContaining(['chest-to-bar-pull-up', 'bar-muscle-up']),
    )
    expect(await search('glass of water')).toEqual([])
  })
})

describe('hostile questions are answered', () => {
  test.each([
    'pull & up',
    "' or 1=1 --",
    '!pull',
    'pull <-> up',
    'pull:*',
    "'pull'",
    '"pull up',
    '(((',
    'pull | up & !',
    'a\\b',
    "pull''up'",
    '-pull -up',
    'ﷺ'.repeat(80),
    'l '.repeat(40).trim(),
    '͏'.repeat(80),
    '\u202epu llup',
    'e\u0301'.repeat(40),
    'ⅷ½²',
  ])('%j', async (q) => {
    const started = performance.now()
    const { status, body } = await api.visitor.get(`/exercises?q=${encodeURIComponent(q)}&limit=100`)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test.each(['a%00b', '%20', '%ed%a0%80'.repeat(81), 'a'.repeat(81)])('%s is refused', async (q) => {
    expect((await api.visitor.get(`/exercises?q=${q}`)).status).toBe(400)
  })

  test.each(['!pull', 'pull:*', '-pull', '"pull', 'pull & ', '<->pull'])('%j asks for pull', async (q) => {
    expect(await search(q)).toEqual(await search('pull'))
  })
})

test('an exercise says what it is also called, in English first', async () => {
  const { body } = expectStatus(await api.visitor.get('/exercises/push-up'), 200)
  expect(body.aliases[0]).toEqual({ name: 'press-up', language: 'en' })
  expect(body.aliases).toContainEqual({ name: 'Liegestütz', language: 'de' })
})
