import { describe, expect, test } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import type { CategoryLevel } from './category-level.schema.js'
import { levelsIn, setLevel } from './set-level.js'

const never: CategoryLevel = { category: 'Push', level: 0, levelName: 'Foundation', setAt: null, version: 0 }
const novice = { level: 2, levelName: 'Novice' } as const
const at = new Date('2026-11-22T10:30:00.000Z')

describe('setLevel', () => {
  test('sets the level with the moment at which it was set', () => {
    expect(setLevel(never, novice, at)).toEqual({
      category: 'Push',
      ...novice,
      setAt: '2026-11-22T10:30:00.000Z',
      version: 1,
    })
  })

  test('counts Foundation as set by the athlete, too', () => {
    expect(setLevel(never, { level: 0, levelName: 'Foundation' }, at)).toMatchObject({ level: 0, version: 1 })
  })

  test('changes nothing when the same level is set again', () => {
    const set = setLevel(never, novice, at)
    expect(setLevel(set, novice, new Date('2026-11-23T00:00:00Z'))).toBe(set)
  })
})

describe('levelsIn', () => {
  const set = (level: number, day: string) =>
    ({
      kind: 'level',
      source: 'hand',
      category: 'Pull',
      level,
      on: day,
      at: `${day}T08:00:00.000Z`,
      rulesVersion: rulesInForce.version,
    }) as const

  test('gives Foundation until a level is set, and counts in its version how often that was', () => {
    const trainingLog = { sessions: [], directives: [set(1, '2026-11-20'), set(2, '2026-11-21')] }
    expect(levelsIn(inOneGo(deriveTraining(trainingLog, new Map(), ruleBook)), trainingLog)).toEqual([
      never,
      { category: 'Pull', level: 2, levelName: 'Novice', setAt: '2026-11-21T08:00:00.000Z', version: 2 },
      { ...never, category: 'Squat' },
    ])
  })
})
