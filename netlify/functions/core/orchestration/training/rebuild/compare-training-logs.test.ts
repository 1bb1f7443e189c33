import { describe, expect, it } from 'vitest'
import type { Directive, LoggedSession } from '#domain/training/training-log.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { compareTrainingLogs } from './compare-training-logs.js'
import { describeDifference } from './difference.js'

const pushUp = '0198c0de-7a11-7000-8000-000000000001'
const library = libraryWith(
  exercise('push-up', { id: idOf.exercise(pushUp) }),
  exercise('plank', { metric: 'duration' }),
)

const level: Directive = {
  kind: 'level',
  on: '2026-11-02',
  at: '2026-11-02T17:00:00.000Z',
  rulesVersion: '2026.1',
  category: 'Push',
  level: 3,
  source: 'hand',
}

type Facts = { readonly sessions?: readonly LoggedSession[]; readonly directives?: readonly Directive[] }

const linesOf = (tables: Facts, events: Facts) =>
  compareTrainingLogs(
    { sessions: [], directives: [], ...tables },
    { sessions: [], directives: [], ...events },
    library,
  ).map((difference) => describeDifference(difference))

describe('compareTrainingLogs', () => {
  const trained = sessionOn(
    '2026-11-18',
    { exercise: pushUp, actual: [8, 8, 7] },
    { exercise: 'plank', actual: [30, 30], weightKg: 5 },
  )

  it('describes a session that one side lacks by its date, exercises and sets', () => {
    expect(linesOf({ sessions: [trained] }, {})).toEqual([
      'session of 2026-11-18: only the tables have it: push-up 8, 8, 7 reps; plank 30, 30 seconds',
    ])
    expect(linesOf({}, { sessions: [{ ...trained, exercises: [] }] })).toEqual([
      'session of 2026-11-18: only the events have it: no exercises',
    ])
  })

  it('describes a set that differs by its exercise and number', () => {
    const told = sessionOn(
      '2026-11-18',
      { exercise: pushUp, actual: [8, 58, 7] },
      { exercise: 'plank', actual: [30, 30], weightKg: 5 },
    )
    expect(linesOf({ sessions: [told] }, { sessions: [trained] })).toEqual([
      'session of 2026-11-18: 1. push-up set 2 reps is 58 in the tables, 8 in the events',
    ])
  })

  it('describes an exercise that one side lacks, with its logged sets', () => {
    const [first] = trained.exercises
    const shorter = { ...trained, exercises: first ? [first] : [] }
    expect(linesOf({ sessions: [shorter] }, { sessions: [trained] })).toEqual([
      expect.stringMatching(
        /^session of 2026-11-18: 2\. plank is nothing in the tables, set 1 seconds 30, kind working, rpe 8, .*…$/,
      ),
    ])
  })

  it('finds nothing when exercises and sets are only in another order', () => {
    const turned = {
      ...trained,
      exercises: trained.exercises.map((item) => ({ ...item, sets: item.sets.toReversed() })).toReversed(),
    }
    expect(linesOf({ sessions: [turned] }, { sessions: [trained] })).toEqual([])
  })

  it('describes a directive by its subject and its facts', () => {
    expect(linesOf({ directives: [level] }, { directives: [{ ...level, level: 4 }] })).toEqual([
      'directive 1: level is 3 in the tables, 4 in the events',
    ])
    expect(linesOf({}, { directives: [level] })).toEqual([
      'directive 1: only the events have it: kind level, on 2026-11-02, at 2026-11-02T17:00:00.000Z, rules version 2026.1, category Push, level 3, source hand',
    ])
  })

  it('keeps every line within 160 columns, even for the longest session', () => {
    const works = Array.from({ length: 20 }, () => ({ exercise: pushUp, actual: Array(20).fill(8) }))
    const long = sessionOn('2026-11-18', ...works)
    const other = { ...long, exercises: long.exercises.map((item) => ({ ...item, targets: [1] })) }
    const lines = [...linesOf({ sessions: [long] }, {}), ...linesOf({ sessions: [long] }, { sessions: [other] })]
    expect(lines.filter(({ length }) => length > 160)).toEqual([])
    expect(lines[0]).toMatch(/^session of 2026-11-18: only the tables have it: push-up 8, 8, .*…$/)
    expect(lines[1]).toMatch(/^session of 2026-11-18: 1\. push-up targets is .*; and \d+ more$/)
  })
})
