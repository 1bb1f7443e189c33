import { expect, it } from 'vitest'
import { coachView, known, libraryOfRungs, rung } from '#tests/support/coach.js'
import { part } from '#tests/support/coach-drafts.js'
import type { CoachExercise } from '../coach-exercise.js'
import type { RecommendedItem } from '../recommendation.js'
import { nearMisses } from './near-misses.js'

const chosen = rung('chosen', 2)
const rungs = [
  rung('closed', 2.3, { prerequisites: [[rung('far', 6).id]] }),
  rung('rings', 2.5, { equipment: [['rings']] }),
  rung('wrists', 2.6, { tags: ['handstand-chain'] }),
  rung('disliked', 2.7),
  rung('a-step-up', 3.2, { equipment: [['rings']] }),
  rung('too-far', 3.21, { equipment: [['rings']] }),
  rung('as-hard', 2, { equipment: [['rings']] }),
  rung('open', 2.4),
  rung('far', 6),
]

it('lists what is up to a step harder and kept away by something, what can be helped first', () => {
  const { choice } = part('hpush', 3)
  const item: RecommendedItem = {
    ...{ slot: 'hpush', key: 'hpush', exercise: chosen, sets: [8], modifier: 'none', reserve: 2, rpeCap: null },
    ...{ restSeconds: 90, rules: choice.rules },
  }
  const view = coachView(
    {
      slots: new Map([['hpush', known(2)]]),
      dislikes: rungs.filter(({ slug }) => slug === 'disliked').map(({ id }: CoachExercise) => id),
      pain: [{ day: 100, site: 'wrist', pain: 5 }],
    },
    libraryOfRungs(chosen, ...rungs),
  )
  expect(nearMisses({ items: [item] }, view).map(({ exercise, bar }) => `${exercise.slug} ${bar}`)).toEqual([
    'rings equipment',
    'wrists blocked_tag',
    'disliked disliked',
    'a-step-up equipment',
    'closed prerequisites',
  ])
})
