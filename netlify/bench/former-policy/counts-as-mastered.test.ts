import { expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { countsAsMastered } from './counts-as-mastered.js'

const library = libraryWith(
  exercise('wall-push-up', { level: 0 }),
  exercise('knee-push-up', { level: 1, prerequisites: [[idOf.exercise('wall-push-up')]] }),
  exercise('push-up', { level: 2, prerequisites: [[idOf.exercise('knee-push-up')]] }),
  exercise('wide-push-up', { level: 2, prerequisites: [[idOf.exercise('push-up')]] }),
  exercise('row', { category: 'Pull', level: 0 }),
)
const counted = (trainingLog: Partial<TrainingLog>) =>
  countsAsMastered(
    library,
    inOneGo(deriveTraining({ sessions: [], directives: [], ...trainingLog }, library, ruleBook)),
  )

it('countsAsMastered is empty for an athlete who has just begun', () => {
  expect(counted({})).toEqual([])
})

it('countsAsMastered has a mastered exercise with everything that it builds on', () => {
  const sessions = ['2026-11-10', '2026-11-12'].map((date) =>
    sessionOn(date, { exercise: 'push-up', actual: [8, 8, 8], targets: [8, 8, 8] }),
  )
  expect(counted({ sessions })).toEqual(['wall-push-up', 'knee-push-up', 'push-up'])
})

it('countsAsMastered has all exercises below the level of the category, and none at that level', () => {
  const at = '2026-11-10T08:00:00.000Z'
  const directives = [
    {
      kind: 'level',
      rulesVersion: rulesInForce.version,
      on: '2026-11-10',
      at,
      category: 'Push',
      level: 2,
      source: 'hand',
    },
  ] as const
  expect(counted({ directives })).toEqual(['wall-push-up', 'knee-push-up'])
})
