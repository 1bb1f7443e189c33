import { describe, expect, it } from 'vitest'
import { testApi } from '#tests/support/api.js'

const api = await testApi({ env: { RATE_LIMIT_REQUESTS: '5', RATE_LIMIT_WINDOW_SECONDS: '60' } })

describe('the quota of an athlete', () => {
  it('is counted in the round trip of each request, and the answer says what is left', async () => {
    api.setNow('2026-11-22T10:00:10.000Z')
    const athlete = await api.athlete()
    const { headers } = await athlete.get('/me')
    expect(headers.get('ratelimit-policy')).toBe('"default";q=5;w=60')
    expect(headers.get('ratelimit')).toBe('"default";r=4;t=50')
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  it('refuses requests above it until the window ends, and writes nothing for them', async () => {
    api.setNow('2026-11-22T10:01:30.000Z')
    const athlete = await api.athlete()
    for (let request = 0; request < 5; request += 1) expect((await athlete.get('/me')).status).toBe(200)
    const { status, body, headers } = await athlete.patch('/me', { name: 'Grace' })
    expect({ status, code: body.code, after: headers.get('retry-after') }).toEqual({
      status: 429,
      code: 'RATE_LIMITED',
      after: '30',
    })
    api.setNow('2026-11-22T10:02:00.000Z')
    expect((await athlete.get('/me')).body.name).toBe('Ada')
  })

  it('admits no more requests than it allows when many arrive at once', async () => {
    api.setNow('2026-11-22T10:05:00.000Z')
    const athlete = await api.athlete()
    const answers = await Promise.all(Array.from({ length: 20 }, () => athlete.get('/me')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  it('is not used up by other athletes', async () => {
    api.setNow('2026-11-22T10:06:00.000Z')
    const [one, other] = [await api.athlete(), await api.athlete()]
    for (let request = 0; request < 6; request += 1) await one.get('/me')
    expect((await other.get('/me')).status).toBe(200)
  })
})
