import { describe, expect, it } from 'vitest'
import { abilities, coachView, known, libraryOfRungs, rung } from '#tests/support/coach.js'
import { choice } from '#tests/support/coach-drafts.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { CoachExercise } from '../coach-exercise.js'
import { generalSeconds, planWarmup } from './warm-up.js'

const pushUp = rung('push-up', 2)
const kneeling = rung('kneeling', 1.4)
const wall = rung('wall', 0.5)
const plank = rung('plank', 1, { slot: 'core' })
const all = [pushUp, kneeling, wall, plank]

const warmUp = (
  working: CoachExercise[],
  minutes = 45,
  facts: Partial<CoachAthlete> = {},
  library: CoachExercise[] = all,
) => {
  const view = coachView({ categories: abilities(2, 2, 2), ...facts }, libraryOfRungs(...library))
  return planWarmup(
    working.map((exercise) => ({ choice: choice(exercise), sets: 3 })),
    view,
    { minutes, rules: view.rules },
  )
}
const specific = (...given: Parameters<typeof warmUp>) =>
  warmUp(...given).flatMap((step) => (step.kind === 'specific' ? [[step.exercise.slug, step.target]] : []))

describe('planWarmup', () => {
  it('begins with half of its time, at most five minutes', () => {
    expect([10, 20, 45, 90].map((minutes) => warmUp([], minutes))).toEqual(
      [60, 90, 203, 300].map((seconds) => [{ kind: 'general', seconds }]),
    )
  })

  it('goes on with the hardest rung in reps that is 0.6 levels below the working one', () => {
    // capacity 8 e^0.6 = 14.6 reps, of which 40 % are five
    expect(specific([pushUp])).toEqual([['kneeling', 5]])
    expect(specific([kneeling])).toEqual([['wall', 8]])
  })

  it('takes the rung itself where there is none, and holds never', () => {
    const hold = rung('hold', 1, { metric: 'duration', tempo: 'hold' })
    expect(specific([pushUp], 45, {}, [pushUp, hold])).toEqual([['push-up', 3]])
  })

  it('is easy: one to eight reps, at most ten seconds', () => {
    const weak = { slots: new Map([['hpush', known(-3)]] as const) }
    expect(specific([wall], 45, weak)).toEqual([['wall', 1]])
    const strong = { slots: new Map([['hpush', known(6)]] as const) }
    expect(specific([wall], 45, strong)).toEqual([['wall', 8]])
    const hold = rung('hold', 2, { metric: 'duration', tempo: 'hold', defaults: [40] })
    expect(specific([hold], 45, {}, [hold])).toEqual([['hold', 10]])
    expect(specific([hold], 45, { slots: new Map([['hpush', known(1)]]) }, [hold])).toEqual([['hold', 5]])
  })

  it('does skills as they are, although there is something easier', () => {
    const lean = rung('lean', 2, { slot: 'skill', ladder: 'planche' })
    const easier = rung('easier', 1, { slot: 'skill', ladder: 'planche' })
    expect(specific([lean], 45, {}, [lean, easier])).toEqual([['lean', 3]])
  })

  it('leaves core out', () => {
    expect(specific([plank, pushUp])).toEqual([['kneeling', 5]])
  })

  it('ends when no further set fits, and passes over one that is too long', () => {
    // 20 minutes: 180 s, of which 90 s are left; five reps of 3 s and 15 s are 30 s
    const rungs = ['a', 'b', 'c', 'd'].map((name) => rung(name, 2))
    const library = [...rungs, kneeling]
    expect(specific(rungs, 20, {}, library)).toHaveLength(3)
    expect(specific(rungs, 19, {}, library)).toHaveLength(2)
    const long = rung('long', 2, { slot: 'vpush', tempo: '9-9-9-9' })
    expect(specific([long, pushUp], 20, {}, [...library, long, pushUp])).toEqual([['kneeling', 5]])
  })

  it('begins no set with less than half a minute left', () => {
    const short = rung('short', 2, { tempo: '0-0-1-0' })
    // three reps of 1 s and 15 s: 18 s each of the 60 s that ten minutes leave, and the fourth does not fit
    expect(specific([short, short, short, short], 10, {}, [short])).toHaveLength(2)
  })
})

it('generalSeconds is half of the warm-up, at most five minutes', () => {
  const time = { minutes: 45, rules: coachView().rules }
  expect([generalSeconds(400, time), generalSeconds(700, time)]).toEqual([200, 300])
})
