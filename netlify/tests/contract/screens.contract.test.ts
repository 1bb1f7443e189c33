import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { clientOf, type TestAthlete, testApi } from '#tests/support/api.js'
import { noon } from '#tests/support/session-api.js'
import { type Screen, screens } from './screens.js'
import { type ShownScreen, screensPage, withSizesOf } from './screens-page.js'

const api = await testApi()
const page = join(import.meta.dirname, '../../../docs/screens.md')
const shown: ShownScreen[] = []

beforeAll(() => api.setNow(noon))

/** A client that keeps the bytes of every answer. */
function weighing({ token }: TestAthlete) {
  const answers: Buffer[] = []
  const fetchAndKeep = async (path: string, init?: RequestInit) => {
    const response = await api.fetch(path, init)
    answers.push(Buffer.from(await response.clone().arrayBuffer()))
    return response
  }
  return { answers, client: clientOf(fetchAndKeep, token) }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

async function measure({ name, before, arrange, show }: Screen): Promise<ShownScreen> {
  api.setNow(noon)
  const athlete = await api.athlete()
  await arrange(api, athlete)
  const asked = api.requests.length
  const { answers, client } = weighing(athlete)
  await show(client)
  const requests = api.requests.slice(asked)
  return {
    name,
    before,
    requests: requests.length,
    roundTrips: sum(requests.map(({ roundTrips }) => roundTrips)),
    bytes: sum(answers.map(({ length }) => length)),
    compressed: sum(answers.map((answer) => gzipSync(answer).length)),
  }
}

test.each(screens.map((screen) => [screen.name, screen] as const))('%s is shown', async (_, screen) => {
  const taken = await measure(screen)
  shown.push(taken)
  expect(taken.requests).toBeGreaterThan(0)
})

test('docs/screens.md says what was counted', async () => {
  const documented = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const drifted = 'docs/screens.md is not what was counted: npm run docs:screens, and commit it'
  await expect(withSizesOf(documented, screensPage(shown)), drifted).toMatchFileSnapshot(page)
})
