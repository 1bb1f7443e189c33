import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { changedLibrary, libraryWithout, renamedLibrary } from '#tests/support/changed-library.js'
import { testDatabase } from '#tests/support/database.js'
import { seedExercises } from './seed-exercises.js'

const { operator, rows } = await testDatabase()
const database = operator()

async function seed(folder?: string): Promise<string> {
  const lines: string[] = []
  await seedExercises({ database, folder, log: (line) => lines.push(line) })
  return lines[2] ?? ''
}

type Stored = { id: string; former_slugs: string[]; retired: boolean; replaced_by: string | null }

async function stored(slug: string): Promise<Stored | null> {
  const found = await rows<Stored>(
    'select id, former_slugs, retired_at is not null as retired, replaced_by from exercises where slug = $1',
    [slug],
  )
  return found[0] ?? null
}

/** Edges by the ids of both ends, which a rename leaves as they are. */
const edgesOf = async (id: string | undefined) =>
  rows('select * from exercise_edges where $1 in (from_exercise_id, to_exercise_id) order by 1, 2, 3', [id ?? null])

beforeAll(() => seed())
afterEach(() => seed())

describe('an exercise with another slug', () => {
  test('keeps its id and its edges, and remembers the slug that it had', async () => {
    const before = await stored('dead-hang')
    const edges = await edgesOf(before?.id)
    // what is its name is none of its other names any more
    expect(await seed(renamedLibrary('dead-hang', 'passive-hang'))).toBe(
      '✓ 194 exercises: 1 renamed, 1 updated, 193 unchanged',
    )
    expect(await stored('dead-hang')).toBeNull()
    expect(await stored('passive-hang')).toEqual({ ...before, former_slugs: ['dead-hang'] })
    expect(await edgesOf(before?.id)).toEqual(edges)
  })

  test('is written once: the second seeding changes nothing', async () => {
    await seed(renamedLibrary('dead-hang', 'passive-hang'))
    expect(await seed(renamedLibrary('dead-hang', 'passive-hang'))).toBe('· 194 exercises: 194 unchanged')
  })

  test('gets its slug back when the file does, and nothing is left of the other but a name', async () => {
    const before = await stored('dead-hang')
    await seed(renamedLibrary('dead-hang', 'passive-hang'))
    await seed()
    expect(await stored('passive-hang')).toBeNull()
    expect(await stored('dead-hang')).toMatchObject({ id: before?.id, former_slugs: ['passive-hang'], retired: false })
    expect(await rows('select count(*)::int as all from exercises')).toEqual([{ all: 194 }])
  })

  test('is renamed once more from any of its slugs', async () => {
    const before = await stored('active-hang')
    await seed(renamedLibrary('active-hang', 'engaged-hang'))
    await seed(renamedLibrary('active-hang', 'shoulder-hang', ['engaged-hang', 'active-hang']))
    expect(await stored('shoulder-hang')).toMatchObject({
      id: before?.id,
      former_slugs: ['active-hang', 'engaged-hang'],
    })
  })

  test('is another exercise when the file does not say what it was called: the old one is retired', async () => {
    const before = await stored('arch-hang')
    const line = await seed(renamedLibrary('arch-hang', 'bow-hang', []))
    expect(line).toBe('✓ 194 exercises: 1 new, 1 retired, 193 unchanged')
    expect(await stored('arch-hang')).toMatchObject({ id: before?.id, retired: true })
    expect((await stored('bow-hang'))?.id).not.toBe(before?.id)
  })

  test('is renamed by the one of two seedings that comes first', async () => {
    const before = await stored('flexed-arm-hang')
    const folder = renamedLibrary('flexed-arm-hang', 'bent-arm-hang')
    await Promise.all([seed(folder), seed(folder), seed(folder)])
    expect(await stored('bent-arm-hang')).toMatchObject({ id: before?.id })
    expect(await rows(`select slug from exercises where slug like '%arm-hang' order by 1`)).toEqual([
      { slug: 'assisted-flexed-arm-hang' },
      { slug: 'bent-arm-hang' },
    ])
  })
})

describe('an exercise that left the files', () => {
  test('is retired, without edges, and stays', async () => {
    const before = await stored('wall-sit')
    expect(await seed(libraryWithout('wall-sit'))).toBe('✓ 193 exercises: 1 retired, 193 unchanged')
    expect(await stored('wall-sit')).toEqual({ ...before, retired: true })
    expect(await edgesOf(before?.id)).toEqual([])
  })

  test('names what stands in for it, where the files say so', async () => {
    await seed(libraryWithout('wide-push-up', 'close-grip-push-up'))
    expect(await stored('wide-push-up')).toMatchObject({ retired: true, replaced_by: 'close-grip-push-up' })
    expect(await stored('close-grip-push-up')).toMatchObject({ former_slugs: ['wide-push-up'] })
  })

  test('comes back with its slug, as the exercise that it was', async () => {
    const before = await stored('single-leg-calf-raise')
    await seed(libraryWithout('single-leg-calf-raise'))
    expect(await seed()).toBe('✓ 194 exercises: 1 updated, 193 unchanged')
    expect(await stored('single-leg-calf-raise')).toEqual(before)
  })

  test('leaves its name to another', async () => {
    await seed(renamedLibrary('lateral-lunge', 'side-lunge', []))
    const names = await rows(
      `select slug, retired_at is not null as retired from exercises where name = 'Lateral Lunge'`,
    )
    expect(names).toEqual(
      expect.arrayContaining([
        { slug: 'lateral-lunge', retired: true },
        { slug: 'side-lunge', retired: false },
      ]),
    )
  })

  test('gives its former slugs to whom the files give them', async () => {
    await seed(renamedLibrary('split-squat', 'fixed-lunge'))
    await seed(
      changedLibrary((records) => {
        for (const record of records) if (record.slug === 'reverse-lunge') record.formerSlugs = ['fixed-lunge']
      }),
    )
    expect(await stored('reverse-lunge')).toMatchObject({ former_slugs: ['fixed-lunge'] })
    expect(await stored('split-squat')).toMatchObject({ former_slugs: [] })
  })
})
