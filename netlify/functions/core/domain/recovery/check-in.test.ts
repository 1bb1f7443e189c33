import { describe, expect, it } from 'vitest'
import { Refusal } from '#domain/refusal.js'
import { idOf } from '#tests/support/ids.js'
import { changeCheckIn, recordCheckIn } from './check-in.js'
import { ChangeCheckIn, RecordCheckIn } from './check-in.schema.js'

const moment = { now: new Date('2026-11-22T07:00:00.000Z'), today: '2026-11-22' }
const recorded = (given: object) => recordCheckIn(idOf.checkIn('id'), RecordCheckIn.parse(given), moment)

function codeOf(decide: () => unknown): string {
  try {
    decide()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'none'
}

describe('recordCheckIn', () => {
  it('is of today, with null for what was not said', () => {
    expect(recorded({ sleep: 4 })).toMatchObject({ date: '2026-11-22', sleep: 4, soreness: null, version: 1 })
  })

  it('takes a day that is past, and no day to come', () => {
    expect(recorded({ date: '2026-11-01', sleep: 4 }).date).toBe('2026-11-01')
    expect(codeOf(() => recorded({ date: '2026-11-23', sleep: 4 }))).toBe('DATE_IN_FUTURE')
  })

  it('wants to know how much a place hurts', () => {
    expect(codeOf(() => recorded({ painSite: 'elbow' }))).toBe('INVALID_INPUT')
    expect(recorded({ painSite: 'elbow', pain: 2 }).painSite).toBe('elbow')
  })
})

describe('RecordCheckIn', () => {
  it.each([{}, { date: '2026-11-20' }, { sleep: 0 }, { stress: 6 }, { pain: 11 }, { hrvRmssdMs: 0 }, { mood: 3 }])(
    'does not take %j',
    (given) => expect(RecordCheckIn.safeParse(given).success).toBe(false),
  )
})

describe('changeCheckIn', () => {
  const before = recorded({ sleep: 4, pain: 3, painSite: 'elbow' })
  const changed = (patch: object) => changeCheckIn(before, ChangeCheckIn.parse(patch), moment.now)

  it('counts a change, and leaves an equal check-in as it is', () => {
    expect(changed({ sleep: 3 })).toMatchObject({ fields: ['sleep'], checkIn: { sleep: 3, version: 2 } })
    expect(changed({ sleep: 4 })).toEqual({ fields: [], checkIn: before })
  })

  it('takes away what is null, but not the pain of a place that hurts', () => {
    expect(changed({ sleep: null, pain: null, painSite: null }).checkIn).toMatchObject({ sleep: null, pain: null })
    expect(codeOf(() => changed({ pain: null }))).toBe('INVALID_INPUT')
  })
})
