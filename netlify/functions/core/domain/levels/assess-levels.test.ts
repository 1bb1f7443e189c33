import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { refusalOf } from '#tests/support/sessions.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { assessLevels, type SelfAssessment } from './assess-levels.js'

const library = libraryWith(
  exercise('push-up', { difficulty: 2, level: 2, defaults: [10], tags: ['benchmark'] }),
  exercise('dip', { difficulty: 3.2, level: 3, defaults: [8], tags: ['benchmark'] }),
  exercise('pull-up', { category: 'Pull', difficulty: 3.15, level: 3, defaults: [6], tags: ['benchmark'] }),
  exercise('plank'),
)
const placed = (assessment: Partial<SelfAssessment>) =>
  assessLevels(library, { levels: {}, answers: [], ...assessment }, rulesInForce).map(
    ({ category, level }) => `${category} ${level}`,
  )

describe('assessLevels', () => {
  it('takes levels as the athlete gives them, in the order of the categories', () => {
    expect(placed({ levels: { Squat: 2, Push: 3 } })).toEqual(['Push 3', 'Squat 2'])
  })

  it('takes the highest level that any answer in the category supports', () => {
    const answers = [
      { exercise: 'push-up', max: 30 },
      { exercise: 'dip', max: 0 },
      { exercise: 'pull-up', max: 0 },
    ]
    expect(placed({ answers })).toEqual(['Push 3', 'Pull 0'])
  })

  it('prefers a level that the athlete gives to one derived from an answer', () => {
    expect(placed({ levels: { Push: 1 }, answers: [{ exercise: 'push-up', max: 30 }] })).toEqual(['Push 1'])
  })

  it('keeps what was told of each exercise with its standard of the day, by category', () => {
    const answers = [
      { exercise: 'push-up', max: 22 },
      { exercise: 'dip', max: 0 },
      { exercise: 'pull-up', max: 7 },
    ]
    const told = assessLevels(library, { levels: { Squat: 1 }, answers }, rulesInForce).map(
      (placement) => placement.told,
    )
    expect(told).toEqual([
      [
        { exerciseId: 'push-up', max: 22, standard: 10, difficulty: 2 },
        { exerciseId: 'dip', max: 0, standard: 8, difficulty: 3.2 },
      ].map((one) => ({ ...one, exerciseId: idOf.exercise(one.exerciseId) })),
      [{ exerciseId: idOf.exercise('pull-up'), max: 7, standard: 6, difficulty: 3.15 }],
      [],
    ])
  })

  it('refuses an answer about an exercise that was not asked about, and points to it', () => {
    const answers = [
      { exercise: 'push-up', max: 5 },
      { exercise: 'plank', max: 5 },
    ]
    expect(refusalOf(() => placed({ answers }))).toEqual({
      code: 'INVALID_INPUT',
      faults: ['/answers/1/exercise NOT_ASKED'],
    })
  })
})
