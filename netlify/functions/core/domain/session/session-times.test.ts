import { describe, expect, test } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { at, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { completeSession, startSession } from './life.js'
import type { Session } from './session.js'
import type { CompleteSession } from './session.schema.js'
import { logSet } from './set-logs.js'

const instant = (time: string) => `2026-11-22T${time}:00.000Z`
const now = at(instant('20:00'))
const sent = startSession(planned({ durationMinutes: 50 }), {}, now)
const recorded = startSession(planned(), { startedAt: instant('18:00') }, now)
const withSet = logSet(sent, pushUps, { id: idOf.set(500), reps: 8, completedAt: instant('18:10') }, now)

/** Tells when a session was trained that is completed like this: start, end and minutes. */
function timesOf(session: Session, given: CompleteSession, moment = now) {
  const { startedAt, completedAt, durationMinutes } = completeSession(
    session,
    { withoutSets: true, ...given },
    moment,
  ) as {
    startedAt: string | null
    completedAt: string
    durationMinutes: number | null
  }
  return [startedAt?.slice(11, 16) ?? null, completedAt.slice(11, 16), durationMinutes]
}

describe('a session that was', () => {
  test.each<[string, Session, CompleteSession, unknown]>([
    ['started and completed as it happened', recorded, {}, ['18:00', '20:00', 120]],
    ['completed late', recorded, { completedAt: instant('18:47') }, ['18:00', '18:47', 47]],
    ['shorter than from start to end', recorded, { durationMinutes: 40 }, ['18:00', '20:00', 40]],
    ['longer than from start to end', recorded, { durationMinutes: 150 }, ['17:30', '20:00', 150]],
    [
      'typed in with start and end',
      planned(),
      { startedAt: instant('17:00'), completedAt: instant('17:40') },
      ['17:00', '17:40', 40],
    ],
    [
      'typed in with start and duration',
      planned(),
      { startedAt: instant('17:00'), durationMinutes: 40 },
      ['17:00', '17:40', 40],
    ],
    [
      'typed in with end and duration',
      planned(),
      { completedAt: instant('17:40'), durationMinutes: 40 },
      ['17:00', '17:40', 40],
    ],
    ['typed in without times', planned({ durationMinutes: 50 }), {}, [null, '20:00', 50]],
    ['started late, and ended before that', withSet, { completedAt: instant('18:55') }, ['18:10', '18:55', 45]],
    [
      'started late, and ended before that for so long',
      withSet,
      { completedAt: instant('18:55'), durationMinutes: 60 },
      ['17:55', '18:55', 60],
    ],
    ['started late, and nobody knows when', sent, { completedAt: instant('18:55') }, [null, '18:55', 50]],
    ['started and completed in one moment', sent, {}, ['20:00', '20:00', 50]],
  ])('%s has its times', (_, session, given, expected) => expect(timesOf(session, given)).toEqual(expected))
})

test('a clock that is a little ahead ends a session when it began, not before', () => {
  const ahead = startSession(planned(), { startedAt: instant('20:04') }, now)
  expect(timesOf(ahead, {})).toEqual(['20:04', '20:04', null])
})

test('times that are recorded are taken when they come back, also those that no one would be believed', () => {
  const inOneMoment = completeSession(sent, { withoutSets: true }, now)
  const times = { startedAt: instant('20:00'), completedAt: instant('20:00'), durationMinutes: 50 }
  expect(timesOf(inOneMoment, times)).toEqual(['20:00', '20:00', 50])
  expect(refusalOf(() => timesOf(sent, times)).faults).toEqual(['/durationMinutes OUT_OF_RANGE'])
})

test.each<[string, CompleteSession, string]>([
  ['a start after the end', { startedAt: instant('19:00'), completedAt: instant('18:00') }, '/startedAt AFTER_END'],
  [
    'a start of another day',
    { startedAt: '2026-11-21T17:59:00.000Z', completedAt: instant('18:00') },
    '/startedAt OUT_OF_RANGE',
  ],
  [
    'a duration longer than from start to end',
    { startedAt: instant('17:00'), completedAt: instant('18:00'), durationMinutes: 61 },
    '/durationMinutes OUT_OF_RANGE',
  ],
  [
    'a duration that ends in the future',
    { startedAt: instant('19:30'), durationMinutes: 60 },
    '/durationMinutes IN_FUTURE',
  ],
  ['a start in the future', { startedAt: instant('20:06') }, '/startedAt IN_FUTURE'],
])('%s is refused', (_, given, fault) => {
  for (const session of [planned(), recorded, completeSession(recorded, { withoutSets: true }, now)])
    expect(refusalOf(() => completeSession(session, given, now))).toEqual({ code: 'INVALID_INPUT', faults: [fault] })
})
