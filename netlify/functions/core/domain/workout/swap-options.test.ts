import { describe, expect, it } from 'vitest'
import type { CoachExercise } from '#domain/coach/coach-exercise.js'
import { coachView, libraryOfRungs, rung } from '#tests/support/coach.js'
import { idOf } from '#tests/support/ids.js'
import { swapOptions } from './swap-options.js'

type Athlete = NonNullable<Parameters<typeof coachView>[0]>

/** Lists what the athlete may swap an exercise for, of a small library, as `kind slug`. */
function options(from: CoachExercise, others: readonly CoachExercise[], athlete: Athlete = {}, taken: string[] = []) {
  const view = coachView(athlete, libraryOfRungs(from, ...others))
  return swapOptions(from, [from.id, ...taken], view).map(({ kind, exercise }) => `${kind} ${exercise.slug}`)
}

const push = rung('push', 1)

describe('swapOptions', () => {
  it('lists what is about as hard, then what is easier, then what is harder, the nearest of each first', () => {
    const others = [1.5, 0.5, 1.4, 0.6, 1.25, 0.85, 1.1].map((difficulty) =>
      rung(`at-${Math.round(difficulty * 100)}`, difficulty),
    )
    expect(options(push, others)).toEqual([
      ...['lateral at-110', 'lateral at-85', 'lateral at-125'],
      ...['easier at-60', 'easier at-50', 'harder at-140', 'harder at-150'],
    ])
  })

  it('takes 0.3 levels for about as hard, and no more', () => {
    expect(options(rung('floor', 0), [rung('like', 0.3), rung('unlike', 0.31)])).toEqual([
      'lateral like',
      'harder unlike',
    ])
  })

  it('lists what is equally far by name', () => {
    expect(options(push, [rung('b', 1.1), rung('a', 1.1)])).toEqual(['lateral a', 'lateral b'])
  })

  it('leaves out what is too hard to begin with, but nothing that is as hard or easier', () => {
    const weak = { slots: new Map([['hpush' as const, { mean: -3, variance: 0.06, day: 100 }]]) }
    expect(options(push, [rung('easy', 0), rung('like', 1.1), rung('hard', 2)], weak)).toEqual([
      'lateral like',
      'easier easy',
    ])
  })

  it('leaves out what the session has already', () => {
    expect(options(push, [rung('a', 1.1), rung('b', 1.1)], {}, [idOf.exercise('a')])).toEqual(['lateral b'])
  })

  it('comes from the sibling slot when nothing else is left, and only then', () => {
    const [overhead, floor] = [rung('overhead', 1, { slot: 'vpush' }), rung('floor', 0.9)]
    expect(options(push, [overhead])).toEqual(['lateral overhead'])
    expect(options(push, [overhead, floor])).toEqual(['lateral floor'])
    expect(options(push, [overhead], {}, [overhead.id])).toEqual([])
  })

  it('has no sibling for the core', () => {
    expect(options(rung('plank', 1, { slot: 'core' }), [push])).toEqual([])
  })
})

describe('a neighbour in the skill graph', () => {
  const variation = rung('variation', 2, { slot: 'vpush' })
  const foundation = rung('foundation', 1.2, { slot: 'vpush' })
  const from = rung('from', 1, { lateral: [variation.id], prerequisites: [[foundation.id]] })

  it('is a variation, or easier than what it leads to, whatever its difficulty and slot', () => {
    expect(options(from, [variation, foundation])).toEqual(['lateral variation', 'easier foundation'])
  })

  it('is no foundation of another category', () => {
    const pull = { ...foundation, category: 'Pull' as const }
    expect(options(from, [variation, pull])).toEqual(['lateral variation'])
  })

  it.each<[string, Partial<CoachExercise>, Athlete]>([
    ['needs equipment that is not at hand', { equipment: [['rings']] }, {}],
    ['is disliked', {}, { dislikes: [variation.id] }],
    ['hurts', { slot: 'vpush' }, { pain: [{ day: 100, site: 'shoulder', pain: 8 }] }],
  ])('is left out when it %s', (_, facts, athlete) => {
    expect(options(from, [{ ...variation, ...facts }, foundation, rung('other', 1)], athlete)).not.toContain(
      'lateral variation',
    )
  })
})
