import { beforeAll, describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { testApi } from '#tests/support/api.js'
import { countingDatabase } from '#tests/support/counting-database.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { askAs } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'
import { grow, type Model, trainModel } from './rows-visited/grow.js'

/** Completed sessions of the smaller athlete, who has as many planned ones; the larger has four times these. */
const few = 12
/** Four times the rows may cost four times the work, and a little more. */
const ratioMax = 6
/** Of so few rows no ratio says anything. */
const rowsMin = 500

const personal = servedOperations.filter(({ access }) => access !== 'public')
const ofManyRows = ['me.getWeek', 'sessions.list', 'progress.series', 'recovery.getLoad', 'recovery.beginDeload']

/** What PostgreSQL knows of an athlete's rows, which decides how it plans. */
const situations = [
  // in tables of some hundred rows every index seems to find one row, and which one is used is chance
  { name: 'before anything was analyzed', others: 1, analyzed: 'nothing', operations: personal },
  // an athlete whom the statistics do not know seems to have no rows
  { name: 'after others were analyzed', others: 60, analyzed: 'others', operations: personal },
  {
    name: 'after everything was analyzed',
    others: 0,
    analyzed: 'everything',
    operations: personal.filter(({ id }) => ofManyRows.includes(id)),
  },
]

describe.each(situations)('$name', async ({ others, analyzed, operations }) => {
  const api = await testApi()
  let model: Model

  beforeAll(async () => {
    api.setNow(noon)
    model = await trainModel(api)
    for (let other = 0; other < others; other += 1)
      await grow(api, model, (await api.athlete()).id, other === 0 ? 20 * few : 1)
    if (analyzed === 'others') await api.db.rows('analyze')
  }, 60_000)

  /** Asks once as an athlete with so many sessions, and counts the rows that each statement looked at. */
  async function visited(operation: Operation, sessions: number): Promise<ReadonlyMap<string, number>> {
    const athlete = await api.athlete()
    await grow(api, model, athlete.id, sessions)
    if (analyzed === 'everything') await api.db.rows('analyze')
    const asked = await recipeOf(operation.id)(athlete, api)
    const counting = countingDatabase(api.db.url, api.db.database)
    const served = api.servedWith(athlete, { database: counting.database })
    expectStatus(await askAs(served, operation, asked), operation.http.status)
    return counting.take()
  }

  test.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s looks at rows in proportion to the sessions of an athlete',
    async (_, operation) => {
      const [before, after] = [await visited(operation, few), await visited(operation, 4 * few)]
      const steep = [...after].filter(([name, rows]) => rows > rowsMin && rows > ratioMax * (before.get(name) ?? 0))
      expect(steep.map(([name, rows]) => `${name}: ${before.get(name) ?? 0} rows, then ${rows}`)).toEqual([])
    },
    60_000,
  )
})
