import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type Method, scriptedAthlete } from '#local/scripted-athlete/script-api.js'
import { enrol } from '#local/scripted-athlete/scripted-account.js'
import { tellStory } from '#local/scripted-athlete/tell-story.js'
import { transcriptPath } from '#local/scripted-athlete.js'
import { clientOf, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { lastingSeconds } from '#tests/support/tokens.js'

const api = await testApi()
let transcript: string

/** Lists the subjects of the events of a type. */
const happened = (type: string) =>
  api.db.rows<{ subject: string }>('select subject from events where user_id = $1 and type = $2 order by sequence', [
    scriptedAthlete.id,
    type,
  ])

beforeAll(async () => {
  api.setNow(scriptedAthlete.createdAt)
  await api.db.operator().batch([enrol(scriptedAthlete)])
  const token = await api.issuer.issueToken({ sub: scriptedAthlete.id, expiresIn: lastingSeconds })
  const client = clientOf(api.fetch, token)
  const send = (method: Method, path: string, body?: unknown) =>
    method === 'get' || method === 'delete' ? client[method](path) : client[method](path, body)
  transcript = await tellStory({ send, setNow: api.setNow })
}, 60_000)

test('twelve weeks lead from placement to masteries and the next level, and a rebuild finds no difference', async () => {
  expect((await happened('exercise.mastered')).length).toBeGreaterThanOrEqual(2)
  expect(await happened('level.achieved')).toEqual([{ subject: 'Push' }])
  expect((await happened('goal.reached')).length).toBe(2)
  expect((await happened('deload.begun')).length).toBe(1)
  expect((await happened('set.corrected')).length).toBe(1)
  expect((await happened('decision.overridden')).length).toBe(1)
  expect(await differencesOf(api, scriptedAthlete)).toEqual([])
  expect(api.failures).toEqual([])
})

test('the transcript names the rule and version of every decision', () => {
  const decided = transcript.match(/^\| .*(progress|consolidate|hold|regress|swap_down|mastered): .*\|$/gm) ?? []
  expect(decided.length).toBeGreaterThan(60)
  expect(decided.filter((line) => !/`progression\.\w+`, rules \d{4}\.\d+\)/.test(line))).toEqual([])
})

test('docs/transcript-12-weeks.md is what the API answers (npm run scripted-athlete writes it)', () => {
  expect(transcript).toBe(readFileSync(transcriptPath, 'utf8'))
})
