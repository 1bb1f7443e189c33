import { describe, expect, test } from 'vitest'
import { seedExercises } from '#database/seed-exercises.js'
import { changedLibrary } from '#tests/support/changed-library.js'
import { createTestDatabase, testDatabase } from '#tests/support/database.js'
import { withClient } from '#tests/support/with-client.js'
import { findLibraryFacts, findLibraryVersion } from './library-facts.js'
import { readLibrary } from './read-library.js'

const { url, rows, operator, database } = await testDatabase('library')

const versionNow = () => database.query(findLibraryVersion({}))
const pushUp = `slug = 'push-up'`
const idOf = (slug: string) => `(select id from exercises where slug = '${slug}')`

/** A change of every fact that decisions read, by the name of the fact. */
const changes: Readonly<Record<string, string>> = {
  slug: `update exercises set slug = 'press-up' where ${pushUp}`,
  name: `update exercises set name = 'Press-up' where slug = 'press-up'`,
  category: `update exercises set category_id = (select id from exercise_categories where name = 'Pull') where slug = 'press-up'`,
  level: `update exercises set level_id = (select id from workout_levels where level_order = 5) where slug = 'press-up'`,
  difficulty: `update exercises set difficulty = difficulty + 0.01 where slug = 'press-up'`,
  slot: `update exercises set slot = 'prep' where slug = 'press-up'`,
  ladder: `update exercises set ladder = 'another' where slug = 'press-up'`,
  loadable: `update exercises set loadable = not loadable where slug = 'press-up'`,
  unilateral: `update exercises set unilateral = not unilateral where slug = 'press-up'`,
  metric: `update exercises set metric = 'duration', default_sets = '[{"duration": 20}]' where slug = 'press-up'`,
  defaults: `update exercises set default_sets = '[{"duration": 21}]' where slug = 'press-up'`,
  tempo: `update exercises set default_tempo = '9090' where slug = 'press-up'`,
  restSeconds: `update exercises set default_rest_seconds = 3 where slug = 'press-up'`,
  bodyMassFraction: `update exercises set body_mass_fraction = 0.111 where slug = 'press-up'`,
  equipment: `update exercises set equipment_groups = '[["rings"]]' where slug = 'press-up'`,
  tags: `update exercises set tags = tags || '{another}' where slug = 'press-up'`,
  prerequisites: `delete from exercise_edges where kind = 'prerequisite' and from_exercise_id = ${idOf('press-up')}`,
  lateral: `insert into exercise_edges (from_exercise_id, to_exercise_id, kind) values (${idOf('press-up')}, ${idOf('side-plank')}, 'lateral')`,
  formerSlugs: `update exercises set former_slugs = former_slugs || '{push-up}' where slug = 'press-up'`,
  retired: `update exercises set retired_at = now() where slug = 'press-up'`,
}

describe('the version of the library', () => {
  test('is another one after a change of any fact, and the next reader has the fact', async () => {
    const first = await database.query(readLibrary())
    const [id] = [...first.library.values()].flatMap((exercise) => (exercise.slug === 'push-up' ? [exercise.id] : []))
    if (!id) throw new Error('the library has no push-up')
    expect(Object.keys(changes).toSorted()).toEqual(
      Object.keys(first.library.get(id) ?? {})
        .filter((fact) => fact !== 'id')
        .toSorted(),
    )
    const versions = [first.version]
    for (const [fact, change] of Object.entries(changes)) {
      const before = (await database.query(readLibrary())).library.get(id)
      await rows(change)
      const { library, version } = await database.query(readLibrary())
      expect(library.get(id), fact).not.toHaveProperty(fact, Reflect.get(before ?? {}, fact))
      versions.push(version)
    }
    expect(new Set(versions).size).toBe(versions.length)
    await rows(`update exercises set slug = 'push-up', former_slugs = '{}' where slug = 'press-up'`)
    await seedExercises({ database: operator() })
    await rows(`update exercises set former_slugs = '{}' where former_slugs <> '{}'`)
    const last = await database.query(readLibrary())
    expect(last.library).toEqual(first.library)
    expect(last.version).toBe(first.version)
  })

  test('stays through a change of wording, and through a seeding that changes nothing', async () => {
    const before = await versionNow()
    await rows(`update exercises set description = 'Another.', cues = '{Another}', aliases = '{}' where ${pushUp}`)
    await rows(`update workout_levels set description = 'Another.'`)
    await seedExercises({ database: operator() })
    await seedExercises({ database: operator() })
    expect(await versionNow()).toBe(before)
  })

  test('changes with a seeding that changes a fact, whose time of change decides nothing', async () => {
    const before = await versionNow()
    const folder = changedLibrary((records) => {
      for (const record of records) if (record.slug === 'push-up') record.defaultRestSeconds = 7
    })
    await seedExercises({ database: operator(), folder })
    const changed = await versionNow()
    expect(changed).not.toBe(before)
    await seedExercises({ database: operator() })
    await seedExercises({ database: operator(), folder, now: new Date('2026-01-01T00:00:00Z') })
    expect(await versionNow()).toBe(changed)
    await seedExercises({ database: operator() })
  })

  test('is that of what both left, when two change the library at the same time', async () => {
    await withClient(url, async (one) => {
      await withClient(url, async (other) => {
        await one.query(`begin; update exercises set default_tempo = '1111' where ${pushUp}`)
        await other.query('begin')
        const waiting = other.query(`update exercises set default_tempo = '2222' where slug = 'side-plank'`)
        await one.query('commit')
        await waiting
        await other.query('commit')
      })
    })
    expect(await rows('select version = app.library_digest() as whole from library_version')).toEqual([{ whole: true }])
    await seedExercises({ database: operator() })
  })
})

describe('a library that was read before', () => {
  test('is not sent again: one row comes back, with nothing but the version', async () => {
    const { library, version } = await database.query(readLibrary())
    if (version === null) throw new Error('the library has no version')
    expect(await database.query(findLibraryFacts({ known: [version] }))).toEqual({ version, facts: null })
    expect((await database.query(readLibrary())).library).toBe(library)
  })

  test('is not that of a transaction which was undone', async () => {
    const before = await database.query(readLibrary())
    await withClient(url, (client) =>
      client.query(`begin; update exercises set default_tempo = '3333' where ${pushUp}; rollback`),
    )
    expect(await database.query(readLibrary())).toEqual(before)
  })

  test('is never that of another database in the same process', async () => {
    const empty = await createTestDatabase('empty')
    try {
      await database.query(readLibrary())
      expect(await empty.database.query(readLibrary())).toEqual({ library: new Map(), version: null })
      await seedExercises({ database: empty.operator() })
      const [ours, theirs] = [await database.query(readLibrary()), await empty.database.query(readLibrary())]
      // the same files, and other ids
      expect(theirs.version).not.toBe(ours.version)
      expect([...theirs.library.keys()].filter((id) => ours.library.has(id))).toEqual([])
    } finally {
      await empty.close()
    }
  })

  test('is still known to a reading that began before four others were read', async () => {
    const { library } = await database.query(readLibrary())
    const begun = readLibrary()
    for (const seconds of [11, 12, 13, 14]) {
      await rows(`update exercises set default_rest_seconds = ${seconds} where slug = 'side-plank'`)
      await database.query(readLibrary())
    }
    expect(readLibrary().values).not.toEqual(begun.values)
    await seedExercises({ database: operator() })
    expect((await database.query(begun)).library).toBe(library)
  })
})
