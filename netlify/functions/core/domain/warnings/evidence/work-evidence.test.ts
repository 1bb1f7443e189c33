import { describe, expect, it } from 'vitest'
import type { LoggedSet } from '#domain/effort/set.schema.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { ago, nobody, trained } from '#tests/support/situations.js'
import { exercise, libraryWith, sessionOn, type Work } from '#tests/support/training-logs.js'
import type { Situation } from './evidence.js'
import { asymmetry, rpeDrift } from './work-evidence.js'

type Side = Partial<LoggedSet> & Pick<LoggedSet, 'setNumber' | 'side' | 'amount'>

/** Builds a session of one exercise with these sides. */
function sidesOn(daysAgo: number, sides: readonly Side[], slug = 'archer-push-up'): LoggedSession {
  const session = sessionOn(ago(daysAgo), { exercise: slug, actual: [] })
  const rest = { kind: 'working' as const, rpe: null, weightKg: null, pain: null, painSite: null }
  const sets = sides.map((side) => ({ id: idOf.set(`${daysAgo} ${side.setNumber} ${side.side}`), ...rest, ...side }))
  return { ...session, exercises: session.exercises.map((one) => ({ ...one, sets })) }
}

const left = (setNumber: number, amount: number, more: Partial<LoggedSet> = {}): Side => {
  return { setNumber, side: 'left', amount, ...more }
}
const right = (setNumber: number, amount: number, more: Partial<LoggedSet> = {}): Side => {
  return { setNumber, side: 'right', amount, ...more }
}

describe('asymmetry', () => {
  const found = (situation: Situation) => asymmetry(situation, rulesInForce)
  const pairsIn = (...sessions: LoggedSession[]) => found(trained(...sessions))?.facts.leftRight

  it('leaves warm-ups out', () => {
    const warm = { kind: 'warmup' as const }
    expect(pairsIn(sidesOn(2, [left(1, 3, warm), right(1, 9, warm), left(2, 8), right(2, 8)]))).toEqual([[8, 8]])
  })

  it('pairs the sides of the last three sets by their number, since the first of them', () => {
    const sessions = [
      sidesOn(5, [left(1, 9), right(1, 9), left(2, 8), right(2, 10)]),
      sidesOn(2, [right(2, 11), left(2, 7), right(1, 12), left(1, 6)]),
    ]
    expect(found(trained(...sessions))).toMatchObject({
      facts: {
        leftRight: [
          [8, 10],
          [6, 12],
          [7, 11],
        ],
        leftRightMetric: 'reps',
      },
      since: ago(5),
      exerciseId: idOf.exercise('archer-push-up'),
    })
  })

  it('leaves out a set of which one side is missing', () => {
    expect(pairsIn(sidesOn(2, [left(1, 9), right(2, 10), left(3, 8), right(3, 7)]))).toEqual([[8, 7]])
  })

  it('leaves out sides that were assisted', () => {
    const assisted = { weightKg: -5 }
    expect(pairsIn(sidesOn(2, [left(1, 9), right(1, 9, assisted), left(2, 8, { weightKg: 5 }), right(2, 7)]))).toEqual([
      [8, 7],
    ])
  })

  it('is null when no set has both sides', () => {
    expect(found(trained(sidesOn(2, [left(1, 9)])))).toBeNull()
  })

  it('compares holds in seconds', () => {
    const library = libraryWith(exercise('side-plank', { unilateral: true, metric: 'duration' }))
    const sessions = [sidesOn(2, [left(1, 30), right(1, 25)], 'side-plank')]
    expect(found({ ...trained(...sessions), library })?.facts).toEqual({
      leftRight: [[30, 25]],
      leftRightMetric: 'duration',
    })
  })

  it('does not compare exercises that are not counted per side', () => {
    expect(found(trained(sidesOn(2, [left(1, 9), right(1, 5)], 'push-up')))).toBeNull()
  })

  it('is about the exercise trained last when none differs enough', () => {
    const library = libraryWith(...['a', 'b', 'c'].map((slug) => exercise(slug, { unilateral: true })))
    const equal = (daysAgo: number, slug: string) => sidesOn(daysAgo, [left(1, 9), right(1, 9)], slug)
    const sessions = [equal(9, 'a'), equal(8, 'c'), equal(5, 'b'), equal(3, 'c'), equal(4, 'a')]
    expect(found({ ...trained(...sessions), library })?.exerciseId).toBe('c')
  })

  it('is about the first exercise of a session when two were trained last', () => {
    const library = libraryWith(...['a', 'b'].map((slug) => exercise(slug, { unilateral: true })))
    const [one, other] = [sidesOn(3, [left(1, 9), right(1, 9)], 'b'), sidesOn(3, [left(1, 9), right(1, 9)], 'a')]
    const both = { ...one, exercises: [...one.exercises, ...other.exercises] }
    expect(found({ ...trained(both), library })?.exerciseId).toBe('b')
  })

  it('is about an exercise while it was trained in the last 28 days', () => {
    const pair = [left(1, 9), right(1, 9)]
    const since = (newest: number) => found(trained(sidesOn(40, pair), sidesOn(newest, pair)))?.since
    expect([since(27), since(28)]).toEqual([ago(40), undefined])
  })
})

describe('rpeDrift', () => {
  const session = (daysAgo: number, rpe: number | null, more: Partial<Work> = {}) =>
    sessionOn(ago(daysAgo), { exercise: 'push-up', actual: [8, 8, 8], rpe, ...more })
  const found = (...sessions: LoggedSession[]) => inOneGo(rpeDrift(trained(...sessions), rulesInForce))

  it('lists the ratings of the same work, oldest first, since the last session', () => {
    expect(found(session(9, 7), session(7, 7.5), session(1, 8))).toMatchObject({
      facts: { rpeSameWork: [7, 7.5, 8] },
      since: ago(1),
      exerciseId: idOf.exercise('push-up'),
    })
  })

  it.each<[string, Partial<Work>]>([
    ['one rep more', { actual: [9, 8, 8] }],
    ['a set less', { actual: [8, 8] }],
    ['added mass', { weightKg: 5 }],
  ])('takes %s for other work', (_, more) => {
    expect(found(session(5, 7, more), session(1, 8))?.facts.rpeSameWork).toEqual([8])
  })

  it('takes no added mass and none noted for the same work', () => {
    expect(found(session(5, 7, { weightKg: 0 }), session(1, 8))?.facts.rpeSameWork).toEqual([7, 8])
  })

  it('passes over sessions that were not rated', () => {
    expect(found(session(5, 7), session(3, null), session(1, 8))?.facts.rpeSameWork).toEqual([7, 8])
  })

  it('is null when the last session was not rated', () => {
    expect(found(session(5, 7), session(1, null))).toBeNull()
  })

  it('passes over a session in which nothing was done of the exercise', () => {
    expect(found(session(5, 7), session(1, 8, { actual: [] }))).toMatchObject({
      facts: { rpeSameWork: [7] },
      since: ago(5),
    })
  })

  it('counts an exercise of a single set', () => {
    expect(found(session(1, 8, { actual: [8] }))?.facts.rpeSameWork).toEqual([8])
  })

  it('is null for an athlete of whom nothing is known', () => {
    expect(inOneGo(rpeDrift(nobody, rulesInForce))).toBeNull()
  })
})
