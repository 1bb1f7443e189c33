import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import type { RecordedEvent } from '#domain/event/event.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { Session } from '#domain/session/session.js'
import { nothingKnown, type TrainingState } from '#domain/training/training-state.js'
import { idOf, uuid } from '#tests/support/ids.js'
import { noon, planned, refusalOf } from '#tests/support/sessions.js'
import { explainReturnPlan } from './explain-return.js'
import { planReturn, returnPlanEvents, returnWindow } from './return-plan.js'

const { today } = noon
const inDays = (days: number) => addDays(today, days)

function lastTrained(gapDays: number): TrainingState {
  const lastSessionOn = addDays(today, -gapDays)
  const standing = { category: 'Push', ability: { mean: 2, variance: 0.1 }, hypotheses: null } as const
  return {
    ...nothingKnown,
    categories: new Map([['Push', { ...standing, observedOn: lastSessionOn, sessionsCount: 9, lastSessionOn }]]),
  }
}

const session = (n: number, date: string): Session =>
  planned({ id: idOf.session(n), date, exercises: [{ id: idOf.sessionExercise(n + 100), exercise: 'push-up' }] })

const planOf = (
  sessions: readonly Session[],
  { gapDays = 30, applied = [] }: { gapDays?: number; applied?: readonly RecordedEvent[] } = {},
) => planReturn({ state: lastTrained(gapDays), planned: sessions, applied, today }, noon)

const setCounts = (sessions: readonly Session[]) =>
  planOf(sessions).sessions.map(({ after }) => after.exercises.map(({ planned: { sets } }) => sets.length))

describe('planReturn', () => {
  it('gives planned sessions a share of their sets, week by week', () => {
    const weeks = [0, 7, 14, 21].map((days, index) => session(index, inDays(days)))
    // three sets each, and 50 %, 70 %, 80 %, 90 % of them after 30 days
    expect(setCounts(weeks)).toEqual([[2], [2], [2], [3]])
  })

  it('leaves sessions of the past, and those after the last week, as they are', () => {
    expect(planOf([session(1, inDays(-1)), session(2, inDays(28))]).sessions).toEqual([])
  })

  it('counts the weeks from today', () => {
    expect(setCounts([session(1, inDays(27))])).toEqual([[3]])
  })

  it('makes each session lighter only once', () => {
    const sessions = [session(1, today), session(2, today)]
    const first = planOf(sessions.slice(0, 1))
    const [happened] = returnPlanEvents(first, today, { ...noon, athleteId: idOf.athlete('ada') })
    const recorded = { ...happened, id: idOf.event('e'), sequence: 1, recordedAt: noon.now, requestId: 'r' }
    const again = planOf(sessions, { applied: [recorded as RecordedEvent] })
    expect(again.sessions.map(({ after }) => after.id)).toEqual([uuid(2)])
  })

  it('gives each lighter session a new version', () => {
    const [lighter] = planOf([session(1, today)]).sessions
    expect([lighter?.before.version, lighter?.after.version]).toEqual([1, 2])
  })

  it('refuses without a break', () => {
    expect(refusalOf(() => planOf([session(1, today)], { gapDays: 13 })).code).toBe('CONFLICT')
  })

  it('plans the way back from 14 days on', () => {
    expect(planOf([session(1, today)], { gapDays: 14 }).breaks).toHaveLength(1)
  })
})

describe('returnPlanEvents', () => {
  it('name the breaks and the sessions that became lighter', () => {
    const plan = planOf([session(1, today)])
    expect(returnPlanEvents(plan, today, { ...noon, athleteId: idOf.athlete('ada') })).toMatchObject([
      {
        type: 'returnPlan.applied',
        payload: {
          on: today,
          breaks: [{ category: 'Push', gapDays: 30, weeklySetMultipliers: [0.5, 0.7, 0.8, 0.9] }],
          sessionIds: [uuid(1)],
          rulesVersion: rulesInForce.version,
        },
      },
    ])
  })

  it('are none when no session became lighter', () => {
    expect(returnPlanEvents(planOf([]), today, { ...noon, athleteId: idOf.athlete('ada') })).toEqual([])
  })
})

it('returnWindow covers four weeks from today, in any time zone', () => {
  expect(returnWindow(noon)).toEqual({ from: '2026-11-22', to: '2026-12-21' })
})

it('explainReturnPlan says how many sessions became lighter', () => {
  const sentence = (count: number) =>
    explainReturnPlan(planOf(Array.from({ length: count }, (_, index) => session(index, today))))
  expect([0, 1, 2].map(sentence)).toEqual([
    'No planned session had to become lighter.',
    'One planned session became lighter.',
    '2 planned sessions became lighter.',
  ])
})
