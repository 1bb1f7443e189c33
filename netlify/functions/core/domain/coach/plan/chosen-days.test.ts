import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { coachView } from '#tests/support/coach.js'
import { refusalOf } from '#tests/support/sessions.js'
import { dayOf } from '../reading/day-number.js'
import type { DayKind, PlannedWeek } from '../recommendation.js'
import { recommendSession } from '../session/recommend-session.js'
import { chosenDays } from './chosen-days.js'

const monday = '2026-11-23'
const session = recommendSession(coachView(), { minutes: 45, force: true })
const week = (first: string, kinds: readonly DayKind[]): PlannedWeek => ({
  startsOn: dayOf(first),
  deload: false,
  slots: [],
  days: kinds.map((kind, index) => ({ ...session, kind, day: dayOf(addDays(first, index)) })),
})

describe('chosenDays', () => {
  const weeks = [week(monday, ['train', 'rest', 'recovery']), week(addDays(monday, 7), ['train'])]
  const chosen = (...days: readonly number[]) =>
    chosenDays(
      days.map((day) => addDays(monday, day)),
      weeks,
    )

  it('returns what the plan has for the days, in their order', () => {
    expect(chosen(7, 0).map(({ day }) => day)).toEqual([dayOf(monday) + 7, dayOf(monday)])
  })

  it('refuses days outside of the plan, and days without training', () => {
    expect(refusalOf(() => chosen(0, 5, 1, 2))).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/days/1/date OUT_OF_RANGE', '/days/2/date NOT_A_TRAINING_DAY', '/days/3/date NOT_A_TRAINING_DAY'],
    })
  })
})
