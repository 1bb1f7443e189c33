import { beforeEach, describe, expect, test } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'

const api = await testApi()
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete()
  api.setNow('2026-11-22T10:30:00.000Z')
})

const foundation = (category: string) => ({ category, level: 0, levelName: 'Foundation', setAt: null, version: 0 })

describe('GET /me/levels', () => {
  test('gives Foundation for every category until a level is set', async () => {
    const { status, body } = await ada.get('/me/levels')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.data).toEqual(['Push', 'Pull', 'Squat'].map(foundation))
  })

  test('shows no levels of another athlete', async () => {
    const eve = await api.athlete()
    await eve.put('/me/levels/Push', { level: 5 })
    expect((await ada.get('/me/levels')).body.data[0]).toEqual(foundation('Push'))
  })
})

describe('PUT /me/levels/{category}', () => {
  test('answers as the next GET does', async () => {
    const { status, body, headers } = await ada.put('/me/levels/Pull', { level: 3 })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toEqual({
      category: 'Pull',
      level: 3,
      levelName: 'Intermediate',
      setAt: '2026-11-22T10:30:00.000Z',
      version: 1,
    })
    expect(headers.get('etag')).toMatch(/^"1\./)
    expect((await ada.get('/me/levels')).body.data).toEqual([foundation('Push'), body, foundation('Squat')])
  })

  test('sets a level twice within a millisecond', async () => {
    await ada.put('/me/levels/Pull', { level: 3 })
    const { body } = await ada.put('/me/levels/Pull', { level: 2 })
    expect(body).toMatchObject({ level: 2, version: 2 })
    expect((await ada.get('/me/levels')).body.data[1]).toEqual(body)
  })

  test('keeps the version when the same level is set again', async () => {
    const first = await ada.put('/me/levels/Squat', { level: 0 })
    expect(first.body).toMatchObject({ level: 0, version: 1 })
    api.setNow('2026-11-23T10:30:00.000Z')
    const again = await ada.put('/me/levels/Squat', { level: 0 })
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('server-timing')).toContain('1 round trip"')
  })

  test("appends a directive on the day in the athlete's time zone", async () => {
    const kiwi = await api.athlete({ timeZone: 'Pacific/Auckland' })
    api.setNow('2026-11-22T11:30:00.000Z')
    await kiwi.put('/me/levels/Push', { level: 2 })
    const events = await api.db.rows('select type, subject, payload from events where user_id = $1', [kiwi.id])
    expect(events).toEqual([
      {
        type: 'level.setByHand',
        subject: 'Push',
        payload: { category: 'Push', level: 2, on: '2026-11-23', rulesVersion: rulesInForce.version },
      },
    ])
  })

  test.each([
    ['/me/levels/push', { level: 1 }, 400],
    ['/me/levels/Core', { level: 1 }, 400],
    ['/me/levels/Push', { level: 6 }, 422],
    ['/me/levels/Push', { level: -1 }, 422],
    ['/me/levels/Push', { level: 1.5 }, 422],
    ['/me/levels/Push', { level: '1' }, 422],
    ['/me/levels/Push', {}, 422],
    ['/me/levels/Push', { level: 1, setAt: '2026-01-01T00:00:00.000Z' }, 422],
  ])('refuses %s %j', async (path, body, expected) => {
    const answer = await ada.put(path, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(expected)
    expect((await ada.get('/me/levels')).body.data[0]).toEqual(foundation('Push'))
  })

  test('refuses an If-Match that is out of date, even when nothing was set before', async () => {
    const first = await ada.put('/me/levels/Push', { level: 1 }, { headers: { 'if-match': '"0"' } })
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    const stale = await ada.put('/me/levels/Push', { level: 2 }, { headers: { 'if-match': '"0"' } })
    expect([stale.status, stale.body.code]).toEqual([412, 'VERSION_MISMATCH'])
  })

  test('sets four levels that arrive at once one after the other', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((level) => ada.put('/me/levels/Push', { level })))
    expect(
      answers.map(({ status }) => status),
      JSON.stringify(answers.map(({ body }) => body)),
    ).toEqual([200, 200, 200, 200])
    expect(answers.map(({ body }) => body.version).sort()).toEqual([1, 2, 3, 4])
    const last = answers.find(({ body }) => body.version === 4)
    expect((await ada.get('/me/levels')).body.data[0]).toEqual(last?.body)
  })

  test('accepts exactly one of ten requests with the same ETag', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        ada.put('/me/levels/Push', { level: 1 + (index % 5) }, { headers: { 'if-match': '"0"' } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)])
  })

  test('refuses an account that was erased', async () => {
    await api.db.rows('delete from users where id = $1', [ada.id])
    for (const answer of [await ada.get('/me/levels'), await ada.put('/me/levels/Push', { level: 1 })]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'ACCOUNT_NOT_FOUND'])
    }
  })
})
