import { beforeEach, describe, expect, test } from 'vitest'
import { checkpointOf } from '#domain/coach/reading/checkpoint.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { repairAthlete } from '#orchestration/training/rebuild/repair-athlete.js'
import { readLibrary } from '#queries/read-library.js'
import { listCheckpoints, renewCheckpoints } from '#queries/training-checkpoints.js'
import { readTrainingLog } from '#queries/training-log.js'
import { readTrainingLogFrom } from '#queries/training-log-from.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus } from '#tests/support/session-api.js'
import { type Trained, train, type Work } from '#tests/support/training-api.js'

const api = await testApi()
let ada: TestAthlete

const pushUps: Work = { exercise: 'push-up', planned: [8, 8, 8], actual: [8, 8, 8], rpe: 8 }
/** Three days a month for two months, and two of a year before. */
const days = [
  '2025-12-29',
  '2025-12-31',
  '2026-10-05',
  '2026-10-19',
  '2026-10-28',
  '2026-11-02',
  '2026-11-09',
  '2026-11-16',
]
let trained: readonly Trained[]

beforeEach(async () => {
  api.setNow('2025-12-28T12:00:00.000Z')
  ada = await api.athlete()
  const sessions: Trained[] = []
  for (const on of days) sessions.push(await train(api, ada, { on }, pushUps))
  trained = sessions
})

const checkpoints = () =>
  api.db.rows<{ day: string; sessions: number }>(
    `select day::text, (state -> 'exercises' -> 0 ->> 'sessionsCount')::integer as sessions
     from training_checkpoints where user_id = $1 order by day`,
    [ada.id],
  )
const checkpointDays = async () => (await checkpoints()).map(({ day }) => day)

/** What a request of a day reads of the log. */
async function readOn(today: string) {
  const from = {
    userId: ada.id,
    rulesVersion: rulesInForce.version,
    changesFrom: today,
    changesSession: null,
    recentFrom: null,
  }
  const { base, sessions } = await api.db.athlete(ada.id).query(readTrainingLogFrom(from))
  return { base: base?.day ?? null, sessions: sessions.map(({ date }) => date) }
}

const expectRebuilt = async () => expect(await differencesOf(api, ada)).toEqual([])

describe('a completion', () => {
  test('stores checkpoints of the last four days, of two months and of each year, with what was known then', async () => {
    expect(await checkpoints()).toEqual([
      { day: '2025-12-31', sessions: 2 },
      { day: '2026-10-28', sessions: 5 },
      { day: '2026-11-02', sessions: 6 },
      { day: '2026-11-09', sessions: 7 },
      { day: '2026-11-16', sessions: 8 },
    ])
    await expectRebuilt()
  })

  test('lets the next day load nothing of what was before, and the same day only what happened on it', async () => {
    expect(await readOn('2026-11-17')).toEqual({ base: '2026-11-16', sessions: [] })
    expect(await readOn('2026-11-16')).toEqual({ base: '2026-11-09', sessions: ['2026-11-16'] })
  })

  test('of a session between two others is as if it had come in its time', async () => {
    await train(api, ada, { on: '2026-11-04', at: '2026-11-17T08:00:00.000Z' }, pushUps)
    expect((await checkpoints()).map(({ day, sessions }) => `${day} ${sessions}`)).toEqual([
      '2025-12-31 2',
      '2026-10-28 5',
      '2026-11-02 6',
      '2026-11-04 7',
      '2026-11-09 8',
      '2026-11-16 9',
    ])
    await expectRebuilt()
  })
})

describe('checkpoints are made anew from the day on', () => {
  test('of which a set is corrected', async () => {
    api.setNow('2026-11-17T08:00:00.000Z')
    const before = await api.db.rows('select day, state::text from training_checkpoints where user_id = $1', [ada.id])
    expectStatus(await ada.patch(`${trained[3]?.sets[0]?.[2]}`, { reps: 3 }), 200)
    const after = await api.db.rows('select day, state::text from training_checkpoints where user_id = $1', [ada.id])
    expect(after.filter((row) => before.some((other) => JSON.stringify(other) === JSON.stringify(row)))).toHaveLength(1)
    await expectRebuilt()
  })

  test('on which something is done, and those before stay untouched', async () => {
    const versions = () =>
      api.db.rows<{ day: string; xmin: string }>(
        'select day::text, xmin::text from training_checkpoints where user_id = $1 order by day',
        [ada.id],
      )
    const before = await versions()
    await train(api, ada, { on: '2026-11-17' }, pushUps)
    const after = await versions()
    expect(after.map(({ day }) => day)).toEqual([
      '2025-12-31',
      '2026-10-28',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-17',
    ])
    expect(after.slice(0, -1)).toEqual(before)
  })

  test('on which a session is deleted, which was the last of its year', async () => {
    api.setNow('2026-11-17T08:00:00.000Z')
    expectStatus(await ada.delete(`${trained[1]?.path}`), 204)
    expect(await checkpointDays()).toEqual(['2025-12-29', '2026-10-28', '2026-11-02', '2026-11-09', '2026-11-16'])
    await expectRebuilt()
  })

  test('to which a session moves, and from which it moves', async () => {
    api.setNow('2026-11-17T08:00:00.000Z')
    expectStatus(await ada.patch(`${trained[7]?.path}`, { date: '2025-12-30' }), 200)
    expect(await checkpoints()).toEqual([
      { day: '2025-12-31', sessions: 3 },
      { day: '2026-10-19', sessions: 5 },
      { day: '2026-10-28', sessions: 6 },
      { day: '2026-11-02', sessions: 7 },
      { day: '2026-11-09', sessions: 8 },
    ])
    await expectRebuilt()
  })

  test('of which a session turns out to have been trained elsewhere, which no decision rests on', async () => {
    api.setNow('2026-11-17T08:00:00.000Z')
    const place = { name: 'Park', equipment: ['pull-up-bar'] }
    const { body } = expectStatus(await ada.patch('/me', { places: [place] }), 200)
    const notes = () =>
      api.db.rows<{ anchors: [string | null, unknown][] }>(
        `select notes -> 'anchors' as anchors from training_checkpoints where user_id = $1 order by day desc limit 1`,
        [ada.id],
      )
    const [before] = await notes()
    expect(before?.anchors.map(([at]) => at)).toEqual([null])
    expectStatus(await ada.patch(`${trained[7]?.path}`, { placeId: body.places[0].id }), 200)
    const [after] = await notes()
    expect(after?.anchors.map(([at]) => at)).toEqual([null, body.places[0].id])
    await expectRebuilt()
  })
})

describe('a checkpoint is not used, and the answers are the same,', () => {
  const answers = async () => {
    api.setNow('2026-11-17T08:00:00.000Z')
    const paths = ['/me/levels/Push/estimate', '/me/exercises/push-up/mastery', '/me/next-workout?reasons=false']
    return Promise.all(paths.map(async (path) => expectStatus(await ada.get(path), 200).body))
  }

  test.each([
    ['when other rules took its notes', `update training_checkpoints set rules_version = '2025.9'`],
    ['when it was made with another library', 'update training_checkpoints set library_version = gen_random_uuid()'],
    ['when another release stored it in another form', 'update training_checkpoints set form = 0'],
  ])('%s', async (_, sql) => {
    const before = await answers()
    await api.db.rows(sql)
    expect(await readOn('2026-11-17')).toEqual({ base: null, sessions: days })
    expect(await answers()).toEqual(before)
    await expectRebuilt()
    await train(api, ada, { on: '2026-11-18' }, pushUps)
    expect(await readOn('2026-11-19')).toEqual({ base: '2026-11-18', sessions: [] })
    expect(await checkpointDays()).toEqual([
      '2025-12-31',
      '2026-10-28',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-18',
    ])
  })
})

test('an easier week that is planned ahead is in no checkpoint before it has come', async () => {
  api.setNow('2026-11-17T08:00:00.000Z')
  expectStatus(await ada.post('/me/deload', { startsOn: '2026-11-20' }), 201)
  expect(await checkpointDays()).toEqual(['2025-12-31', '2026-10-28', '2026-11-02', '2026-11-09', '2026-11-16'])
  await train(api, ada, { on: '2026-11-23' }, pushUps)
  expect((await checkpointDays()).slice(-2)).toEqual(['2026-11-20', '2026-11-23'])
  await expectRebuilt()
})

describe('a rebuild', () => {
  const now = new Date('2026-11-17T08:00:00.000Z')
  const repair = () => repairAthlete(api.db.operator(), ruleBook, ada.id, now)

  test('stores the checkpoints that are missing or no longer hold, which are no difference', async () => {
    const stored = await checkpoints()
    await api.db.rows(`delete from training_checkpoints where day > '2026-10-30'`)
    await api.db.rows(`update training_checkpoints set rules_version = '2025.9'`)
    expect((await repair()).differences).toEqual([])
    expect(await checkpoints()).toEqual(stored)
    expect(await readOn('2026-11-17')).toEqual({ base: '2026-11-16', sessions: [] })
  })

  test('names a checkpoint that is not what the facts say, and puts it right', async () => {
    await api.db.rows(
      `update training_checkpoints set state = jsonb_set(state::jsonb, '{firstSessionOn}', '"2024-01-01"')::json
       where day = '2026-11-09'`,
    )
    const [wrong, ...others] = await differencesOf(api, ada)
    expect(wrong).toContain('checkpoint of 2026-11-09: state')
    expect(others).toEqual([])
    await repair()
    await expectRebuilt()
  })
})

test('when the rules have become others, the next workout of a long history stores its checkpoints again', async () => {
  const moreDays = Array.from({ length: 23 }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`)
  for (const on of moreDays) await train(api, ada, { on, at: '2026-11-20T08:00:00.000Z' }, pushUps)
  const [athlete, before] = [api.db.athlete(ada.id), await checkpoints()]
  const whose = { userId: ada.id, rulesVersion: rulesInForce.version }
  const sound = () => athlete.query(listCheckpoints(whose))
  const made = (await sound()).map((kept) => checkpointOf(kept.day, kept))
  await api.db.rows(`update training_checkpoints set rules_version = 'old' where user_id = $1`, [ada.id])

  // the training has changed since: whoever changed it has made its checkpoints
  const { version: libraryVersion } = await athlete.query(readLibrary())
  const { version } = await athlete.query(readTrainingLog({ userId: ada.id }))
  if (libraryVersion === null) throw new Error('the library has no version')
  await athlete.batch([renewCheckpoints({ ...whose, libraryVersion }, made, version - 1)])
  expect(await sound()).toEqual([])

  expectStatus(await ada.get('/me/next-workout'), 200)
  expect(await checkpoints()).toEqual(before)
  expect(await sound()).toHaveLength(before.length)
  expect(await readOn('2026-11-20')).toEqual({ base: '2026-11-16', sessions: [] })
  await expectRebuilt()
})
