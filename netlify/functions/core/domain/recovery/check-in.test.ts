import { describe, expect, it } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { refusalOf } from '#tests/support/sessions.js'
import { changeCheckIn, recordCheckIn } from './check-in.js'
import { ChangeCheckIn, RecordCheckIn } from './check-in.schema.js'

const moment = { now: new Date('2026-11-22T07:00:00.000Z'), today: '2026-11-22' }
const recorded = (given: object) => recordCheckIn(idOf.checkIn('id'), RecordCheckIn.parse(given), moment)

describe('recordCheckIn', () => {
  it('is dated today, with null for everything that was not answered', () => {
    expect(recorded({ sleep: 4 })).toMatchObject({ date: '2026-11-22', sleep: 4, soreness: null, version: 1 })
  })

  it('accepts a day in the past', () => {
    expect(recorded({ date: '2026-11-01', sleep: 4 }).date).toBe('2026-11-01')
  })

  it('refuses a day in the future', () => {
    expect(refusalOf(() => recorded({ date: '2026-11-23', sleep: 4 })).code).toBe('DATE_IN_FUTURE')
  })

  it('refuses a site of pain without its strength', () => {
    expect(refusalOf(() => recorded({ painSite: 'elbow' }))).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/pain REQUIRED'],
    })
  })

  it('accepts a site of pain with its strength', () => {
    expect(recorded({ painSite: 'elbow', pain: 2 }).painSite).toBe('elbow')
  })
})

describe('RecordCheckIn', () => {
  it.each([{}, { date: 'refuses %j' }, { sleep: 0 }, { stress: 6 }, { pain: 11 }, { hrvRmssdMs: 0 }, { mood: 3 }])(
    'does not take %j',
    (given) => expect(RecordCheckIn.safeParse(given).success).toBe(false),
  )
})

describe('changeCheckIn', () => {
  const before = recorded({ sleep: 4, pain: 3, painSite: 'elbow' })
  const changed = (patch: object) => changeCheckIn(before, ChangeCheckIn.parse(patch), moment.now)

  it('counts the version up and names the fields when something changes', () => {
    expect(changed({ sleep: 3 })).toMatchObject({ fields: ['sleep'], checkIn: { sleep: 3, version: 2 } })
  })

  it('leaves a check-in alone when the values are the same', () => {
    expect(changed({ sleep: 4 })).toEqual({ fields: [], checkIn: before })
  })

  it('clears the values that are null', () => {
    expect(changed({ sleep: null, pain: null, painSite: null }).checkIn).toMatchObject({ sleep: null, pain: null })
  })

  it('refuses to clear the pain of a site that stays', () => {
    expect(refusalOf(() => changed({ pain: null })).code).toBe('INVALID_INPUT')
  })
})
