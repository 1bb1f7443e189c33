import { describe, expect, it } from 'vitest'
import { coachView, known, libraryOfRungs, rung, standing, today } from '#tests/support/coach.js'
import { chooseRung } from './choose-rung.js'
import type { CoachAthlete, CoachStanding } from './coach-athlete.js'
import type { CoachExercise, SlotKey } from './coach-exercise.js'

// Nearly without uncertainty of its own, a rung of 8 reps fits (0.70) when it is 0.01 levels below the
// ability, and is topped when it is 0.41 below it.
const offset = { mean: 0, variance: 0.0001 }
const wall = rung('wall', 1)
const knee = rung('knee', 2)
const full = rung('full', 2.6)
const wide = rung('wide', 2.8, { ladder: 'one-arm-push-up' })
const diamond = rung('diamond', 3.2)
const archer = rung('archer', 3.6, { ladder: 'one-arm-push-up' })
const oneArm = rung('one-arm', 5, { ladder: 'one-arm-push-up' })
const ladder = [wall, knee, full, wide, diamond, archer, oneArm]

type Given = {
  readonly at: number
  readonly rungs?: readonly CoachExercise[]
  readonly current?: CoachExercise
  readonly standing?: Partial<CoachStanding>
  readonly key?: SlotKey
} & Partial<CoachAthlete>

function choose({ at, rungs = ladder, current, standing: facts = {}, key = 'hpush', ...athlete }: Given) {
  const standings = rungs.map(({ id }) => [id, standing({ offset, lastOn: null })] as const)
  const exercises = new Map([...standings, ...(current ? [[current.id, standing({ offset, ...facts })] as const] : [])])
  const anchors = new Map<SlotKey, CoachExercise['id']>(current ? [[key, current.id]] : [])
  const slots = new Map([[key, known(at, 0.06)]])
  return chooseRung(key, coachView({ slots, exercises, anchors, ...athlete }, libraryOfRungs(...rungs)))
}
const told = (given: Given) => {
  const chosen = choose(given)
  return chosen && `${chosen.exercise.slug} ${chosen.rule.id}`
}

describe('chooseRung for a slot that was never trained', () => {
  it('is null when there is nothing that the athlete may do', () => {
    expect(choose({ at: 3, rungs: [] })).toBeNull()
    expect(choose({ at: 3, rungs: [rung('dip', 2, { slot: 'vpush' })] })).toBeNull()
  })

  it('takes the easiest when nothing fits', () => {
    expect(told({ at: 0.5 })).toBe('wall rung.easiest')
    expect(choose({ at: 0.5 })?.rule).toMatchObject({ chance: expect.closeTo(0.107, 2), threshold: 0.7 })
  })

  it('takes the hardest that fits', () => {
    expect(told({ at: 3.22 })).toBe('diamond rung.hardest_that_fits')
    expect(told({ at: 3.15 })).toBe('wide rung.hardest_that_fits')
  })

  it('takes reps before a hold, an eccentric or a balance that is little harder', () => {
    const others = [
      rung('hold', 3.1, { metric: 'duration', defaults: [10] }),
      rung('negative', 3.1, { tags: ['eccentric'] }),
      rung('stand', 3.1, { tags: ['balance'] }),
    ]
    for (const other of others) expect(told({ at: 3.15, rungs: [wide, other] })).toBe('wide rung.hardest_that_fits')
  })

  it('takes what is more than half a level harder, be it a hold', () => {
    const hold = (difficulty: number) => rung('hold', difficulty, { metric: 'duration', defaults: [10] })
    expect(told({ at: 3.05, rungs: [wide, hold(3.31)] })).toBe('hold rung.hardest_that_fits')
    expect(told({ at: 3.05, rungs: [wide, hold(3.3)] })).toBe('wide rung.hardest_that_fits')
  })

  it('takes the harder hold when reps would be a matter of endurance', () => {
    // at 3.15 the first target of 8 at 2.8 is 9, of 8 at 2.7 it is 11
    const hold = rung('hold', 3.1, { metric: 'duration', defaults: [10] })
    expect(told({ at: 3.15, rungs: [rung('easy', 2.7), hold] })).toBe('hold rung.hardest_that_fits')
  })

  it('takes a floor drill only while no real pull is nearly as hard', () => {
    const pull = { slot: 'hpull', category: 'Pull' } as const
    const drill = rung('drill', 3, { ...pull, ladder: 'floor-pull' })
    const row = (difficulty: number) => rung('row', difficulty, { ...pull, ladder: 'row' })
    expect(told({ at: 3.2, key: 'hpull', rungs: [drill, row(2)] })).toBe('row rung.hardest_that_fits')
    expect(told({ at: 3.2, key: 'hpull', rungs: [drill, row(1.99)] })).toBe('drill rung.hardest_that_fits')
  })
})

describe('chooseRung for a slot in pain', () => {
  const pain = [{ day: today, site: 'elbow', pain: 4 }] as const

  it('takes the hardest that is half a level below the hardest that fits', () => {
    expect(told({ at: 3.25, pain })).toBe('full rung.eased_for_pain')
    expect(choose({ at: 3.25, pain })?.rule).toMatchObject({ below: 'diamond', sites: [{ site: 'elbow', pain: 4 }] })
  })

  it('takes the easiest that fits when nothing is that much easier', () => {
    expect(told({ at: 3.25, rungs: [wide, diamond], pain })).toBe('wide rung.eased_for_pain')
  })

  it('goes before every reason to go on', () => {
    expect(told({ at: 3.25, current: diamond, pain })).toBe('full rung.eased_for_pain')
  })

  it('tells what hurts, also when nothing fits', () => {
    expect(choose({ at: 0.5, pain })).toMatchObject({
      eased: pain.map(({ site, pain: amount }) => ({ site, pain: amount })),
    })
  })
})

describe('chooseRung after failures', () => {
  const failed = (daysAgo: number) => ({ swappedDownOn: today - daysAgo })

  it('goes down for two weeks', () => {
    expect(told({ at: 3.25, current: diamond, standing: failed(14) })).toBe('wide rung.down_after_failures')
    expect(told({ at: 3.25, current: diamond, standing: failed(15) })).toBe('diamond rung.keep')
    expect(choose({ at: 3.25, current: diamond, standing: failed(14) })?.rule).toMatchObject({
      from: 'diamond',
      daysAgo: 14,
      threshold: 14,
    })
  })

  it('stays when there is nothing easier', () => {
    expect(told({ at: 3.25, rungs: [diamond, archer], current: diamond, standing: failed(1) })).toBe(
      'diamond rung.keep',
    )
  })
})

describe('chooseRung for a slot in training', () => {
  it('keeps the rung while it grows', () => {
    expect(
      told({ at: 3.25, current: full, rungs: [knee, full, rung('near', 2.9)], standing: { mastered: false } }),
    ).toBe('near rung.next')
    expect(choose({ at: 2.95, current: full })).toMatchObject({
      exercise: full,
      rule: { id: 'rung.keep', because: 'still_growing', threshold: 0.7 },
    })
  })

  it('keeps a rung that no longer surely fits, down to a half', () => {
    expect(told({ at: 3.07, current: diamond })).toBe('diamond rung.keep')
    expect(told({ at: 3.05, current: diamond })).toBe('wide rung.hardest_that_fits')
  })

  it('starts anew when it was not trained for four weeks', () => {
    expect(told({ at: 3.1, current: wide, standing: { lastOn: today - 28 } })).toBe('wide rung.keep')
    expect(told({ at: 3.1, current: wide, standing: { lastOn: today - 29 } })).toBe('wide rung.hardest_that_fits')
    expect(told({ at: 3.1, current: wide, standing: { lastOn: null } })).toBe('wide rung.hardest_that_fits')
  })

  it('starts anew when it is more than a level below what fits', () => {
    const far = rung('far', 2.19)
    const near = rung('near', 2.2)
    const stalled = { sessionsWithoutGain: 0, mastered: true }
    expect(told({ at: 3.25, rungs: [far, diamond], current: far, standing: stalled })).toBe(
      'diamond rung.hardest_that_fits',
    )
    expect(told({ at: 3.25, rungs: [near, diamond], current: near, standing: stalled })).toBe('diamond rung.next')
  })

  it('starts anew when it cannot be done here', () => {
    const ring = rung('ring', 3, { equipment: [['rings']] })
    expect(told({ at: 3.25, rungs: [...ladder, ring], current: ring })).toBe('diamond rung.hardest_that_fits')
  })
})

describe('chooseRung after a topped rung', () => {
  const mastered = { mastered: true }

  it('takes the hardest of its ladder, even below one of another', () => {
    expect(
      told({
        at: 3.3,
        rungs: [full, rung('b', 2.7), rung('c', 3, { ladder: 'other' })],
        current: full,
        standing: mastered,
      }),
    ).toBe('b rung.next')
    expect(told({ at: 3.62, rungs: [full, wide, diamond, rung('b', 3.5)], current: full, standing: mastered })).toBe(
      'b rung.next',
    )
  })

  it('takes another ladder when its own has nothing', () => {
    expect(told({ at: 3.25, rungs: [full, wide], current: full, standing: mastered })).toBe('wide rung.next')
  })

  it('tells from what, and whether it was mastered or surely could be', () => {
    expect(choose({ at: 3.25, current: wide, rungs: [wide, diamond] })?.rule.id).toBe('rung.next')
    const chosen = choose({ at: 3.25, current: wide, rungs: [wide, diamond] })
    expect(chosen?.rule).toMatchObject({ from: 'wide', mastered: false, threshold: 0.7 })
    expect(choose({ at: 2.85, current: full, standing: mastered })?.rule).toMatchObject({
      from: 'full',
      mastered: true,
    })
  })

  it('goes on when nothing harder fits', () => {
    expect(choose({ at: 3.25, rungs: [wide], current: wide })?.rule).toMatchObject({
      id: 'rung.keep',
      because: 'nothing_harder',
    })
  })

  const hold = rung('hold', 3.1, { metric: 'duration', defaults: [10] })

  it('does not give reps up for a harder hold while it has others', () => {
    expect(told({ at: 3.25, rungs: [full, wide, hold], current: full })).toBe('wide rung.next')
  })

  it('crosses to a hold only when one and a half times the standard is surely done', () => {
    // 12 of 8 in three sets: from 0.77 above
    expect(told({ at: 3.3, rungs: [full, hold], current: full })).toBe('full rung.keep')
    expect(told({ at: 3.4, rungs: [full, hold], current: full })).toBe('hold rung.next')
  })

  it('of holds may lead to any, and so in the core', () => {
    const brace = { slot: 'core', ladder: 'brace' } as const
    const plank = rung('plank', 2.6, { ...brace, metric: 'duration', defaults: [10] })
    const side = rung('side', 3.1, { ...brace, metric: 'duration', defaults: [10] })
    const bug = rung('bug', 2.6, brace)
    expect(told({ at: 3.3, key: 'core', rungs: [bug, side], current: bug })).toBe('side rung.next')
    expect(told({ at: 3.3, rungs: [{ ...plank, slot: 'hpush' }, hold], current: { ...plank, slot: 'hpush' } })).toBe(
      'hold rung.next',
    )
  })
})

describe('chooseRung after a plateau', () => {
  const stalled = { sessionsWithoutGain: 6, gainOn: today - 28 }
  const near = rung('near', 2.5)

  it('takes the nearest variant, be it easier', () => {
    expect(told({ at: 2.81, rungs: [knee, near, full, wide], current: full, standing: stalled })).toBe(
      'near rung.variant_after_stall',
    )
    const rule = choose({ at: 2.81, rungs: [near, full], current: full, standing: stalled })?.rule
    expect(rule).toMatchObject({ from: 'full', sessionsWithoutGain: 6, daysWithoutGain: 28, threshold: 6 })
  })

  it.each([
    ['harder', 2.65, 2.5],
    ['easier', 2.55, 2.7],
    ['first by its name', 2.58, 2.5],
  ])('takes what is nearer, be it %s', (_, nearer, farther) => {
    const rungs = [full, rung('zz', nearer), rung('a', farther)]
    expect(told({ at: 2.81, rungs, current: full, standing: stalled })).toBe('zz rung.variant_after_stall')
  })

  it('takes the first by slug of two that are as near', () => {
    const rungs = [full, rung('b', 2.6), rung('a', 2.6)]
    expect(told({ at: 2.9, rungs, current: full, standing: stalled })).toBe('a rung.variant_after_stall')
  })

  it.each([
    ['five sessions', { ...stalled, sessionsWithoutGain: 5 }],
    ['27 days', { ...stalled, gainOn: today - 27 }],
    ['no known gain', { ...stalled, gainOn: null }],
  ])('is not yet reached with %s', (_, standing) => {
    expect(choose({ at: 2.9, rungs: [near, full], current: full, standing })?.rule).toMatchObject({
      because: 'still_growing',
    })
  })

  it('goes on without a variant within 0.4 levels', () => {
    const at = (difficulty: number) =>
      told({ at: 2.7, rungs: [full, rung('x', difficulty, { defaults: [3] })], current: full, standing: stalled })
    expect(at(2.2)).toBe('x rung.variant_after_stall')
    expect(at(2.19)).toBe('full rung.keep')
    expect(choose({ at: 2.7, rungs: [full], current: full, standing: stalled })?.rule).toMatchObject({
      because: 'no_variant',
    })
  })

  it('takes no variant that would be a matter of endurance', () => {
    const easy = rung('easy', 2.3)
    expect(told({ at: 2.9, rungs: [easy, full], current: full, standing: stalled })).toBe('full rung.keep')
  })
})

describe('chooseRung on the way to a goal', () => {
  const goal = rung('goal', 4.5, { prerequisites: [[wide.id]] })
  const rungs = [...ladder, goal]
  const goals = [goal.id]

  it('takes the step of the way that fits, no more than a level below the hardest', () => {
    expect(told({ at: 2.99, rungs, goals })).toBe('wide rung.goal_path')
    expect(choose({ at: 2.99, rungs, goals })?.rule).toMatchObject({ from: null, goal: 'goal', threshold: 1 })
    const regressed = { current: wide, standing: { regressedOn: today, lastOn: today - 40 } }
    expect(told({ at: 3.7, rungs, goals, ...regressed })).toBe('wide rung.goal_path')
    expect(told({ at: 3.83, rungs: [...rungs, rung('x', 3.81)], goals, ...regressed })).toBe('x rung.hardest_that_fits')
  })

  it('lets what is trained grow first', () => {
    expect(told({ at: 2.95, rungs, goals, current: full })).toBe('full rung.keep')
  })

  it('stays with a step of the way that is topped, until it counts', () => {
    const last = rung('last', 3.2, { prerequisites: [] })
    expect(told({ at: 3.7, rungs: [last], goals: [last.id], current: last })).toBe('last rung.goal_path')
  })

  it('leaves a topped rung for the way, but never for something easier', () => {
    expect(told({ at: 3.0, rungs, goals, current: full, standing: { mastered: true } })).toBe('wide rung.goal_path')
    const blocked = new Map<CoachExercise['id'], CoachStanding>([
      [wide.id, standing({ offset, regressedOn: today })],
      [diamond.id, standing({ offset, mastered: true })],
    ])
    const anchors = new Map([['hpush', diamond.id]] as const)
    const slots = new Map([['hpush', known(3.65)]] as const)
    const chosen = chooseRung(
      'hpush',
      coachView({ slots, exercises: blocked, anchors, goals }, libraryOfRungs(...rungs)),
    )
    expect(chosen?.rule.id).toBe('rung.next')
  })
})
