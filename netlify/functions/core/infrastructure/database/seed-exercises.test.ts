import { beforeAll, describe, expect, test } from 'vitest'
import { changedLibrary, seedTexts } from '#tests/support/changed-library.js'
import { testDatabase } from '#tests/support/database.js'

import { readLibrary } from './library-seed/read-library.js'
import { seedExercises } from './seed-exercises.js'

const { operator, rows, insertAthlete } = await testDatabase()
const database = operator()

const snapshot = () => rows(`select to_jsonb(exercises) as row from exercises order by slug`)

async function seed(folder?: string) {
  const lines: string[] = []
  const report = await seedExercises({ database, folder, log: (line) => lines.push(line) })
  return { lines, report }
}

describe('seedExercises', () => {
  beforeAll(async () => {
    await seed()
  })

  test('writes 194 exercises, at least six for each of 6 levels and 3 categories', async () => {
    const cells = await rows(`
      select level_order, category.name, count(*)::int as exercises
      from exercises
      join workout_levels as level on level.id = level_id
      join exercise_categories as category on category.id = category_id
      group by 1, 2`)
    expect(cells).toHaveLength(18)
    expect(cells.reduce((sum, { exercises }) => sum + exercises, 0)).toBe(194)
  })

  test('changes nothing the second time, not even the time of the last change', async () => {
    const before = await snapshot()
    const { lines, report } = await seed()
    expect(report.changes).toBe(0)
    expect(lines).toEqual([
      '· 6 levels: 6 unchanged',
      '· 3 categories: 3 unchanged',
      '· 194 exercises: 194 unchanged',
      expect.stringMatching(/^· \d+ edges: \d+ unchanged$/),
      expect.stringMatching(/^· \d+ names: \d+ unchanged$/),
    ])
    expect(await snapshot()).toEqual(before)
  })

  test('updates what changed in the file, and keeps all ids', async () => {
    const before = await snapshot()
    const folder = changedLibrary((records) => {
      for (const record of records.slice(0, 3)) record.defaultRestSeconds = 77
    })
    const { lines } = await seed(folder)
    expect(lines[2]).toBe('✓ 194 exercises: 3 updated, 191 unchanged')
    const after = await snapshot()
    const changed = after.filter(({ row }, at) => JSON.stringify(row) !== JSON.stringify(before[at]?.row))
    expect(changed.map(({ row }) => row.default_rest_seconds)).toEqual([77, 77, 77])
    expect(after.map(({ row }) => row.id)).toEqual(before.map(({ row }) => row.id))
    await seed()
  })

  test('leaves alone what belongs to athletes', async () => {
    const userId = await insertAthlete()
    await rows(
      `insert into user_exercise_configs (user_id, exercise_id, current_sets)
       select $1, id, '[{"reps": 5}]' from exercises where slug = 'wall-push-up'`,
      [userId],
    )
    const own = () => rows('select to_jsonb(user_exercise_configs) as row from user_exercise_configs')
    const before = await own()
    await seed(
      changedLibrary((records) => {
        for (const record of records) if (record.slug === 'wall-push-up') record.defaultSets = [{ reps: 9 }]
      }),
    )
    expect(await own()).toEqual(before)
    await seed()
  })

  test('deletes an edge that the files no longer have, and restores it with them', async () => {
    const pairs: [string, string][] = JSON.parse(seedTexts['lateral-edges.json'] ?? '')
    const fewer = changedLibrary(() => undefined, { 'lateral-edges.json': JSON.stringify(pairs.slice(1)) })
    expect((await seed(fewer)).lines[3]).toMatch(/^✓ \d+ edges: 2 deleted, \d+ unchanged$/)
    expect((await seed()).lines[3]).toMatch(/^✓ \d+ edges: 2 new, \d+ unchanged$/)
  })

  test('writes and takes back another name, and counts it as a change', async () => {
    const aliases = JSON.parse(seedTexts['aliases.json'] ?? '')
    aliases['push-up'].de = ['Liegestütz', 'Bodendrücken']
    const found = () => rows(`select language, folded from exercise_names where compact = 'bodendrucken'`)
    const named = await seed(changedLibrary(() => undefined, { 'aliases.json': JSON.stringify(aliases) }))
    expect([named.lines[2], named.lines[4]]).toEqual([
      '✓ 194 exercises: 1 updated, 193 unchanged',
      expect.stringMatching(/^✓ \d+ names: 1 new, 1 deleted, \d+ unchanged$/),
    ])
    expect(named.report.changes).toBe(3)
    expect(await found()).toEqual([{ language: 'de', folded: 'bodendrucken' }])
    await seed()
    expect(await found()).toEqual([])
  })

  test('stores the order of prerequisites, and follows the files', async () => {
    const stored = () =>
      rows(
        `select edge.position, required.slug
         from exercise_edges as edge
         join exercises as exercise on exercise.id = edge.from_exercise_id
         join exercises as required on required.id = edge.to_exercise_id
         where exercise.slug = 'pull-up' and edge.kind = 'prerequisite'
         order by edge.position`,
      )
    const inOrder = [
      { position: 1, slug: 'negative-pull-up' },
      { position: 2, slug: 'chin-up' },
      { position: 3, slug: 'band-assisted-pull-up' },
    ]
    expect(await stored()).toEqual(inOrder)
    const turned = changedLibrary((records) => {
      for (const record of records)
        if (record.slug === 'pull-up') record.prerequisites = [['chin-up', 'negative-pull-up', 'band-assisted-pull-up']]
    })
    expect((await seed(turned)).lines[3]).toMatch(/^✓ \d+ edges: 2 updated, \d+ unchanged$/)
    expect((await stored()).map(({ slug }) => slug)).toEqual(['chin-up', 'negative-pull-up', 'band-assisted-pull-up'])
    await seed()
    expect(await stored()).toEqual(inOrder)
  })

  test('names all faults at once, and writes nothing', async () => {
    const before = await snapshot()
    const folder = changedLibrary(
      (records) => {
        const [first, second] = records
        Object.assign(first ?? {}, { defaultRestSeconds: 77, difficulty: 9 })
        Object.assign(second ?? {}, { prerequisites: [['no-such-exercise']] })
      },
      { 'levels.json': '[{"order": 7, "name": "", "description": "x"}]', 'categories.json': 'not json' },
    )
    const told = await seed(folder).catch((error) => error)
    expect(told).toMatchObject({ exitCode: 1 })
    for (const fault of [
      'nothing was written',
      'levels.json 0.order',
      'levels.json 0.name',
      'categories.json cannot be read',
      '✗ INVALID_DIFFICULTY wall-push-up',
      '✗ PREREQUISITE_UNKNOWN scapular-wall-slide: requires no-such-exercise',
    ])
      expect(told.message).toContain(fault)
    expect(await snapshot()).toEqual(before)
  })
})

test('the seeded edges have a regression for each progression, and a mirror for each lateral one', () => {
  const { edges } = readLibrary()
  const has = (from: string, kind: string, to: string) =>
    edges.some((edge) => edge.from === from && edge.kind === kind && edge.to === to)
  const mirrors = { progression: 'regression', regression: 'progression', lateral: 'lateral' } as const
  for (const { from, kind, to } of edges) if (kind !== 'prerequisite') expect(has(to, mirrors[kind], from)).toBe(true)
})
