import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import type { WorkedSet } from '#domain/effort/set.schema.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { reportLoad } from './load-report.js'
import type { PerformedSession } from './performed-session.js'
import { sessionLoads } from './session-loads.js'

const library = libraryWith(
  exercise('push-up'),
  exercise('pull-up', { category: 'Pull', bodyMassFraction: 1, tempo: '2-0-1-1' }),
  exercise('support-hold', { metric: 'duration', tempo: 'hold', bodyMassFraction: 1 }),
  exercise('archer-push-up', { unilateral: true }),
)

type Work = { readonly exercise: string; readonly tempo?: string; readonly sets: readonly Partial<WorkedSet>[] }

function session(date: string, minutes: number | null, ...works: readonly Work[]): PerformedSession {
  return {
    id: idOf.session(`session ${date}`),
    date,
    completedAt: `${date}T18:00:00.000Z`,
    durationMinutes: minutes,
    exercises: works.map(({ exercise: slug, tempo = null, sets }) => ({
      exerciseId: idOf.exercise(slug),
      tempo,
      sets: sets.map((set, index) => ({
        setNumber: index + 1,
        side: null,
        kind: 'working' as const,
        amount: 10,
        rpe: 8,
        weightKg: null,
        pain: null,
        painSite: null,
        ...set,
      })),
    })),
  }
}

const loadsOf = (one: PerformedSession, bodyMassKg = 75) => sessionLoads(one, library, bodyMassKg, rulesInForce)
const pushUps = (date: string, reps: number, rpe: number | null = 7) =>
  loadsOf(session(date, 50, { exercise: 'push-up', sets: [{ amount: reps, rpe }] }))

describe('sessionLoads', () => {
  it('adds up the worked examples: push-ups, weighted pull-ups and a hold', () => {
    const loads = loadsOf(
      session(
        '2026-11-22',
        40,
        { exercise: 'push-up', sets: [{ rpe: 7 }] },
        { exercise: 'pull-up', sets: [{ amount: 6, weightKg: 5, rpe: 8 }] },
        { exercise: 'support-hold', sets: [{ amount: 20, rpe: 9 }] },
      ),
    )
    expect(loads.timeLoadKgSeconds).toMatchObject({ Push: 2400 + 1500, Squat: 0 })
    // 80 kg x 6 x 4 s: this library's pull-up moves the whole body
    expect(loads.timeLoadKgSeconds.Pull).toBe(1920)
    expect(loads.volumeLoadKgReps).toBe(480 + 480)
    expect(loads.effort).toEqual({ load: 320, estimated: true })
  })

  it('subtracts assistance from the body mass, down to zero', () => {
    const assisted = (weightKg: number) =>
      loadsOf(session('2026-11-22', 40, { exercise: 'pull-up', sets: [{ amount: 5, weightKg }] })).volumeLoadKgReps
    expect(assisted(-25)).toBe(250)
    expect(assisted(-200)).toBe(0)
  })

  it('prefers the tempo of the session to that of the library', () => {
    const slow = loadsOf(session('2026-11-22', 40, { exercise: 'push-up', tempo: '5-0-5-0', sets: [{}] }))
    expect(slow.timeLoadKgSeconds.Push).toBe(4800)
  })

  it('counts the left and right side as one set', () => {
    const sides = [{ setNumber: 1 }, { setNumber: 1 }, { setNumber: 2 }, { setNumber: 2 }]
    expect(loadsOf(session('2026-11-22', 40, { exercise: 'archer-push-up', sets: sides })).sets.Push).toBe(2)
  })

  it('has no session load without a duration', () => {
    expect(loadsOf(session('2026-11-22', null, { exercise: 'push-up', sets: [{}] })).effort.load).toBeNull()
  })

  it('has no session load without a rating', () => {
    expect(pushUps('2026-11-22', 10, null).effort).toEqual({ load: null, estimated: null })
  })
})

describe('what tells how hard a session was', () => {
  it('are the ratings of its working sets, without warm-ups and sets that were not rated', () => {
    const sets = [{ rpe: 4, kind: 'warmup' as const }, { rpe: 8 }, { rpe: null }]
    const { rpes, effort } = loadsOf(session('2026-11-22', 10, { exercise: 'push-up', sets }))
    expect({ rpes, effort }).toEqual({ rpes: [8], effort: { load: 80, estimated: true } })
  })
})

describe('a set of an exercise for one side', () => {
  it('is twice the work when it stands for both sides', () => {
    const volume = (set: Partial<WorkedSet>) =>
      loadsOf(session('2026-11-22', 10, { exercise: 'archer-push-up', sets: [set] })).volumeLoadKgReps
    expect(volume({ side: null })).toBe(2 * volume({ side: 'left' }))
  })
})

describe('reportLoad', () => {
  const range = { from: '2026-11-16', to: '2026-11-22', today: '2026-11-22' }

  it('gives every day, with 0 for rest and null for a load that is not known', () => {
    const { days } = reportLoad([pushUps('2026-11-17', 10), pushUps('2026-11-19', 10, null)], range, rulesInForce)
    expect(days.map(({ sessionLoad }) => sessionLoad)).toEqual([0, 350, 0, null, 0, 0, 0])
    expect(days.map(({ estimated }) => estimated)).toEqual([null, true, null, null, null, null, null])
    expect(days[3]).toMatchObject({ sessions: 1, sets: { Push: 1, Pull: 0, Squat: 0 } })
  })

  it('gives whole weeks when the range cuts them', () => {
    const sessions = [pushUps('2026-11-16', 10), pushUps('2026-11-20', 10), pushUps('2026-11-24', 10)]
    const { weeks } = reportLoad(sessions, { from: '2026-11-20', to: '2026-11-24', today: '2026-11-24' }, rulesInForce)
    expect(weeks.map(({ week, total, isOver }) => [week, total, isOver])).toEqual([
      ['2026-W47', 700, true],
      ['2026-W48', 350, false],
    ])
  })

  it('gives each week its own days, and does not end one on its last day', () => {
    const days = ['2026-11-02', '2026-11-08', '2026-11-09', '2026-11-15', '2026-11-16', '2026-11-22']
    const sessions = days.map((date, index) =>
      loadsOf(session(date, 10 ** (index % 3), { exercise: 'push-up', sets: [{ rpe: 5 }] })),
    )
    const { weeks } = reportLoad(sessions, { from: '2026-11-02', to: '2026-11-22', today: '2026-11-22' }, rulesInForce)
    expect(weeks.map(({ total, isOver }) => [total, isOver])).toEqual([
      [5 + 50, true],
      [500 + 5, true],
      [50 + 500, false],
    ])
  })

  it('calls a day estimated when one of its sessions was', () => {
    const [one, other] = [pushUps('2026-11-17', 10), pushUps('2026-11-17', 10)]
    const rated = { ...other, effort: { load: 100, estimated: false } }
    const { days } = reportLoad([one, rated], range, rulesInForce)
    expect(days[1]).toMatchObject({ sessionLoad: 450, estimated: true })
  })

  it('gives the ratios once there are four weeks', () => {
    const daily = Array.from({ length: 28 }, (_, day) => pushUps(addDays('2026-10-26', day), 10, day < 21 ? 2 : 3))
    const { ratio } = reportLoad(daily, range, rulesInForce)
    expect(ratio.coupled).toBeCloseTo(1.3333, 4)
    expect(ratio.uncoupled).toBeCloseTo(1.5, 6)
    expect(ratio.ewma).toBeCloseTo(1.1976, 4)
    expect(reportLoad(daily.slice(1), range, rulesInForce).ratio).toEqual({
      coupled: null,
      uncoupled: null,
      ewma: null,
    })
  })

  it('names the sessions that stand out in a category, with the basis of the comparison', () => {
    const before = ['2026-11-01', '2026-11-05', '2026-11-10'].map((date) => pushUps(date, 10))
    const { spikes } = reportLoad(
      [...before, pushUps('2026-11-18', 14), pushUps('2026-11-20', 15)],
      range,
      rulesInForce,
    )
    expect(spikes.map(({ date, category, spike }) => [date, category, spike.band, spike.basis])).toEqual([
      ['2026-11-18', 'Push', 'moderate', '30d'],
    ])
  })

  it('compares with the last three sessions of any age after a break', () => {
    const before = ['2026-08-01', '2026-08-05', '2026-08-10'].map((date) => pushUps(date, 10))
    const { spikes } = reportLoad([...before, pushUps('2026-11-18', 25)], range, rulesInForce)
    expect(spikes.map(({ spike }) => [spike.band, spike.basis])).toEqual([['large', 'older']])
  })
})
