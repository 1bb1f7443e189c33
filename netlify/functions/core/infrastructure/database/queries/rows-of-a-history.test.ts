import { beforeAll, describe, expect, test } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { directiveTypes } from '#domain/training/directives.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { type PlanNode, visitedIn } from '#tests/support/counting-database.js'
import { makeCrowd } from '#tests/support/crowd.js'
import { testDatabase } from '#tests/support/database.js'
import { idOf } from '#tests/support/ids.js'
import { withClient } from '#tests/support/with-client.js'
import type { Parameter, Statement } from '../statement.js'
import { actAs } from '../unit-of-work.js'
import { listBestSetsOfExercise, listBestSetsOfGoals } from './best-sets.js'
import { listDaySummaries } from './daily-workout-summary.js'
import { findEffortHistory } from './effort-history.js'
import { listRatedSessions } from './rated-sessions.js'
import { listSessionsInProgress } from './session-outlines.js'
import { listTrainingLoads } from './training-loads.js'
import { readTrainingLogFrom } from './training-log-from.js'

const until = '2026-11-21'
const { version: rulesVersion } = rulesInForce
const { url, rows } = await testDatabase('library')
/** Athletes with 1,000 and with 3,000 sessions, among 300 with 40 each. */
let athletes: readonly AthleteId[]

beforeAll(async () => {
  await makeCrowd(rows, { athletes: 300, sessions: 40, until, rulesVersion })
  const longStanding = [1_000, 3_000].map((sessions) => makeCrowd(rows, { athletes: 1, sessions, until, rulesVersion }))
  athletes = (await Promise.all(longStanding)).flat().map(idOf.athlete)
  await rows('analyze')
}, 120_000)

/** Counts the rows that a statement of an athlete visits, as it is planned for its values or for any. */
function visited(userId: AthleteId, { text, values }: Statement, mode: string): Promise<number> {
  return withClient(url, async (client) => {
    const given = values.map((value) => (value === null ? 'null' : client.escapeLiteral(literalOf(value)))).join(', ')
    const role = actAs({ kind: 'athlete', userId })
    await client.query('begin')
    await client.query(role.text, [...role.values])
    await client.query(`select set_config('plan_cache_mode', $1, true)`, [mode])
    await client.query(`prepare asked as ${text}`)
    const explained = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
      `explain (analyze, timing off, format json) execute asked${given && `(${given})`}`,
    )
    await client.query('rollback')
    return explained.rows.flatMap((row) => row['QUERY PLAN']).reduce((sum, { Plan }) => sum + visitedIn(Plan), 0)
  })
}

function literalOf(value: NonNullable<Parameter>): string {
  return Array.isArray(value) ? `{${value.join(',')}}` : String(value)
}

describe.each(['force_custom_plan', 'force_generic_plan'])('with %s, whatever the length of the history,', (mode) => {
  const from = { rulesVersion, changesFrom: until, changesSession: null }
  test.each<[string, number, (userId: AthleteId) => Statement]>([
    [
      'the loads of a week and of the twelve sessions before it',
      300,
      (userId) => listTrainingLoads({ userId, since: '2026-11-15', until: null, before: 12 }),
    ],
    [
      'the loads of a week long ago',
      200,
      (userId) => listTrainingLoads({ userId, since: '2025-03-03', until: '2025-03-09', before: 0 }),
    ],
    [
      'the training behind the newest checkpoint and in the last twelve days',
      400,
      (userId) => readTrainingLogFrom({ userId, ...from, recentFrom: '2026-11-10' }),
    ],
    [
      'the best sets of an exercise in the last weeks',
      1_200,
      (userId) => listBestSetsOfExercise({ userId, since: '2026-09-28', id: null, slug: 'push-up' }),
    ],
    ['the best sets of no goal', 5, (userId) => listBestSetsOfGoals({ userId, since: '2026-09-28' })],
    ['the ratings of two weeks', 300, (userId) => listRatedSessions({ userId, since: '2026-11-08' })],
    ['sessions in progress', 10, (userId) => listSessionsInProgress({ userId, limit: 20 })],
    // a row a day, up to four times on its way through the plan
    ['the effort of a year', 1_600, (userId) => findEffortHistory({ userId, from: '2025-11-22', to: '2026-11-22' })],
    [
      'the days of a week',
      50,
      (userId) => listDaySummaries({ userId, from: '2026-11-15', to: '2026-11-21', after: null, limit: 9 }),
    ],
  ])('%s visit %i rows at most', async (_, rowsMax, statement) => {
    const [short, long] = await Promise.all(athletes.map((userId) => visited(userId, statement(userId), mode)))
    expect(long, `${short} rows with 1,000 sessions, ${long} with 3,000`).toBe(short)
    expect(long).toBeLessThanOrEqual(rowsMax)
  })
})

test('every type of directive is looked for behind a checkpoint', async () => {
  const [userId] = athletes
  if (!userId) throw new Error('there are no athletes')
  const asked = { userId, rulesVersion, changesFrom: null, changesSession: null, recentFrom: null }
  const { text } = readTrainingLogFrom(asked)
  expect(directiveTypes.filter((type) => !text.includes(`'${type}'`))).toEqual([])
})

test('a planner knows that a directive is in the indexes of directives', async () => {
  const indexed = await rows<{ definition: string }>(
    `select pg_get_indexdef('idx_events_user_directive'::regclass) as definition`,
  )
  const types = indexed.flatMap(({ definition }) => [...definition.matchAll(/'([a-zA-Z.]+)'/g)].map(([, type]) => type))
  expect(types.toSorted()).toEqual(directiveTypes.filter((type) => type !== 'deload.begun').toSorted())
})
