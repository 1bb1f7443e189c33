import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { describeDifference } from '#orchestration/training/rebuild/difference.js'
import { testDatabase } from '#tests/support/database.js'
import { idOf } from '#tests/support/ids.js'
import { markDisposable } from '../queries/settings.js'
import { seedUserProgress } from '../seed-user-progress.js'
import { derivedStateCheck } from '../verification/derived-state.js'
import { rebuild, rebuildAthlete } from './rebuild.js'

const { operator, rows, url, insertAthlete } = await testDatabase('library')
const database = operator()
const now = new Date('2026-11-18T12:00:00Z')

await database.batch([markDisposable({ now })])
const userId = (await seedUserProgress({ database, now })) ?? idOf.athlete('nobody')
// the plans of twelve weeks of training are many times slower without statistics
await rows('analyze')

/** Each test begins with facts and what follows from them. */
beforeEach(async () => {
  expect(await rebuild({ database, ruleBook, write: true, now })).toMatchObject({ left: 0 })
})

const partsOf = async () => [...new Set((await rebuildAthlete(database, ruleBook, userId)).map(({ part }) => part))]

describe('a stored row that differs from what the facts give', () => {
  test.each([
    ['exercises', `update user_exercise_configs set over_streak = over_streak + 1 where user_id = $1`],
    ['exercises', `update user_exercise_configs set is_mastered = true, mastered_at = now() where user_id = $1`],
    ['exercises', `delete from user_exercise_configs where user_id = $1`],
    ['categories', `update user_abilities set mean = mean + 0.001 where user_id = $1`],
    ['categories', `delete from user_abilities where user_id = $1`],
    ['levels', `update user_current_levels set source = 'test' where user_id = $1`],
    ['levels', `delete from user_current_levels where user_id = $1`],
    ['decisions', `update exercise_decisions set working_after = '[1]' where user_id = $1`],
    ['decisions', `update exercise_decisions set inputs = inputs || '{"pain": 9}' where user_id = $1`],
    ['decisions', `delete from exercise_decisions where user_id = $1`],
    ['records', `update personal_records set value = value + 1 where user_id = $1`],
    ['records', `delete from personal_records where user_id = $1`],
    ['summaries', `update daily_workout_summary set total_reps = total_reps + 1 where user_id = $1`],
    ['summaries', `delete from daily_workout_summary where user_id = $1`],
  ])('is found among %s, and corrected: %s', async (part, damage) => {
    await rows(damage, [userId])
    expect(await partsOf()).toEqual([part])
    const report = await rebuild({ database, ruleBook, athlete: userId, write: true, now })
    expect(report).toMatchObject({ athletes: 1, differing: 1, left: 0 })
    expect(report.found).toBeGreaterThan(0)
    expect(await rebuildAthlete(database, ruleBook, userId)).toEqual([])
  })

  test('is deleted when no fact explains it', async () => {
    await rows(
      `insert into personal_records (user_id, exercise_id, kind, value, achieved_on, session_id, set_id)
       select $1, id, 'added-weight', 40, '2026-11-01', gen_random_uuid(), gen_random_uuid() from exercises where slug = 'full-planche'`,
      [userId],
    )
    const [difference] = await rebuildAthlete(database, ruleBook, userId)
    expect(difference).toMatchObject({
      part: 'records',
      name: 'record of full-planche, added-weight',
      problems: [expect.stringMatching(/^is value 40, on 2026-11-01, .*, and should not be there$/)],
    })
    expect(await rebuild({ database, ruleBook, write: true, now })).toMatchObject({ found: 1, left: 0 })
  })

  test('is described by the fields that differ', async () => {
    await rows(`update user_current_levels set source = 'test' where user_id = $1 and category_id = 1`, [userId])
    const [difference] = await rebuildAthlete(database, ruleBook, userId)
    expect(difference && describeDifference(difference)).toMatch(/^level in \w+: source is test, and should be \w+$/)
  })

  test('counts the training version up when it is corrected, so that no decision rests on it', async () => {
    const version = async () =>
      (await rows<{ version: number }>('select version from training_versions where user_id = $1', [userId]))[0]
        ?.version
    const before = await version()
    await rows(`delete from user_abilities where user_id = $1`, [userId])
    await rebuild({ database, ruleBook, write: true, now })
    expect(await version()).toBe(Number(before) + 1)
  })

  test('fails a check of db:verify', async () => {
    expect(await derivedStateCheck.run(database)).toEqual([])
    await rows(`delete from user_abilities where user_id = $1`, [userId])
    expect(await derivedStateCheck.run(database)).toMatchObject(
      Array(3).fill({ subject: `athlete ${userId}`, problem: expect.stringMatching(/^category \w+: is missing/) }),
    )
  })
})

test('sets that differ between tables and events are shown, and never overwritten', async () => {
  const change = (by: number) =>
    rows(
      `update exercise_set_logs set actual_reps = actual_reps + $2
       where id = (select id from exercise_set_logs where user_id = $1 and actual_reps is not null order by id limit 1)`,
      [userId, by],
    )
  await change(50)
  const lines: string[] = []
  const report = await rebuild({ database, ruleBook, write: true, now, log: (line) => lines.push(line) })
  expect(report.left).toBe(1)
  expect(await partsOf()).toEqual(['sessions'])
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^ {4}session of 20\d\d-\d\d-\d\d: \d\. [a-z-]+ set \d( left| right)? reps is \d+ in the tables, \d+ in the events$/,
    ),
  )
  await change(-50)
  await rebuild({ database, ruleBook, write: true, now })
  expect(await partsOf()).toEqual([])
})

test('differences are printed in lines of at most 160 columns, without braces', async () => {
  await rows(`delete from exercise_decisions where user_id = $1`, [userId])
  await rows(`update user_exercise_configs set over_streak = 7, last_decision = null where user_id = $1`, [userId])
  const lines: string[] = []
  await rebuild({ database, ruleBook, now, log: (line) => lines.push(line) })
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.filter((line) => line.length > 160 || /[{}"]/.test(line))).toEqual([])
})

test('an athlete without facts has nothing to rebuild', async () => {
  expect(await rebuildAthlete(database, ruleBook, await insertAthlete())).toEqual([])
})

describe('npm run db:rebuild', () => {
  const run = (...options: string[]) => {
    const command = join(import.meta.dirname, 'rebuild.ts')
    const env = { ...process.env, DATABASE_URL: url }
    return spawnSync(process.execPath, ['--import', 'tsx', command, ...options], { env, encoding: 'utf8' })
  }

  test('exits with 1 and shows the differences, writes with --write, and then finds none', async () => {
    await rows(`delete from user_abilities where user_id = $1`, [userId])
    const compared = run('--athlete', userId)
    // on a slow machine a bar shows the progress
    const errors = compared.stderr.split('\n').filter((line) => line !== '' && !line.endsWith('athletes 1/1'))
    expect([compared.status, errors]).toEqual([1, []])
    expect(compared.stdout).toContain(`✗ ${userId}: 3 differences`)
    expect(compared.stdout).toContain('    category Pull: is missing, and should be ability mean ')
    expect(compared.stdout).toContain('-- --write writes what follows from the facts')
    const written = run('--write')
    expect([written.status, written.stdout]).toEqual([0, expect.stringContaining('3 differences of 1 athlete written')])
    const again = run()
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('follows from the facts')])
  }, 60_000)

  test('refuses an unknown athlete', () => {
    const nobody = run('--athlete', '0198c0de-7a11-7000-8000-00000000dead')
    expect([nobody.status, nobody.stderr]).toEqual([4, expect.stringContaining('There is no athlete')])
  }, 60_000)

  test('refuses a malformed athlete id and unknown options', () => {
    const unreadable = run('--athlete', 'ada')
    expect([unreadable.status, unreadable.stderr]).toEqual([2, expect.stringContaining('Usage: npm run db:rebuild')])
    expect(run('--force').status).toBe(2)
  }, 60_000)
})
