import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { markDisposable } from '#database/queries/settings.js'
import { seedUserProgress } from '#database/seed-user-progress.js'
import { AthleteId } from '#domain/values/id.schema.js'
import { demoAccount } from '#infrastructure/demo/demo-athlete.js'
import { enrol } from '#local/scripted-athlete/scripted-account.js'
import { chartExamples } from '#local/site/chart-examples.js'
import { type Client, clientOf, testApi } from '#tests/support/api.js'
import { uuid } from '#tests/support/ids.js'
import { expectStatus } from '#tests/support/session-api.js'

const api = await testApi()
const site = join(import.meta.dirname, '../../../docs/site')
/** The last evening of a week, so that the last step is a whole one. */
const now = '2026-11-22T20:00:00.000Z'
/** Always the same, because the past of the demo athlete is drawn by it. */
const id = AthleteId.parse('0198c0de-7a11-7000-8000-00000000de00')
let athlete: Client

beforeAll(async () => {
  api.setNow(now)
  const database = api.db.operator()
  await database.batch([markDisposable({ now: new Date(now) }), enrol({ ...demoAccount, id, createdAt: now })])
  await seedUserProgress({ database, now: new Date(now) })
  athlete = clientOf(api.fetch, await api.issuer.issueToken({ sub: id, expiresIn: 600 }))
})

/** An answer as it is kept: ids of the library differ in each database, and are no part of a chart. */
function written(answer: unknown): string {
  let ids = 0
  const text = JSON.stringify(answer, (key, value) => (key === 'id' ? uuid(++ids) : value))
  return `${text.replaceAll(',"series":[', ',\n"series":[\n').replaceAll('},{"metric"', '},\n{"metric"')}\n`
}

test.each(chartExamples)('the example $name is what the API answers', async ({ name, request }) => {
  const { body } = expectStatus(await athlete.get(request), 200)
  const drifted = `docs/site/charts/${name}.json is not what the API answers: npm run docs:charts, and commit it`
  await expect(written(body), drifted).toMatchFileSnapshot(join(site, `charts/${name}.json`))
})

test('the page shows every example, with its request, and there is no other', () => {
  const page = readFileSync(join(site, 'charts.md'), 'utf8')
  const drawn = [...page.matchAll(/^```chart\n(.*)\n```$/gm)].map(([, name]) => name)
  expect(drawn).toEqual(chartExamples.map(({ name }) => name))
  for (const { request } of chartExamples) expect(page).toContain(`\`GET ${request}\``)
  const files = chartExamples.map(({ name }) => `${name}.json`)
  expect(readdirSync(join(site, 'charts')).toSorted()).toEqual(files.toSorted())
})
