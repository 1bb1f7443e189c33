import { describe, expect, test } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { deriveTraining } from './derive.js'
import { momentOfDirective } from './moment-of-directive.js'
import type { TrainingLog } from './training-log.js'

const now = new Date('2026-11-22T23:30:00.000Z')
const session = (date: string, completedAt: string) =>
  ({ id: idOf.session('s'), date, completedAt, rulesVersion: rulesInForce.version, exercises: [] }) as const
const stateAfter = (changes: Partial<TrainingLog>) =>
  inOneGo(deriveTraining({ sessions: [], directives: [], ...changes }, new Map(), ruleBook))

describe('momentOfDirective', () => {
  test("is now, on the athlete's day", () => {
    const earlier = stateAfter({ sessions: [session('2026-11-21', '2026-11-21T18:00:00.000Z')] })
    expect(momentOfDirective(earlier, '2026-11-22', now)).toEqual({ on: '2026-11-22', at: now })
  })

  test('is the day of the last session when the athlete has flown west over the date line', () => {
    const tomorrow = stateAfter({ sessions: [session('2026-11-23', '2026-11-22T18:00:00.000Z')] })
    expect(momentOfDirective(tomorrow, '2026-11-22', now)).toEqual({ on: '2026-11-23', at: now })
  })

  test('comes one millisecond after the newest fact of the training log', () => {
    const same = stateAfter({
      sessions: [session('2026-11-22', now.toISOString())],
      directives: [
        {
          kind: 'level',
          rulesVersion: rulesInForce.version,
          on: '2026-11-22',
          at: '2026-11-22T23:30:05.000Z',
          category: 'Push',
          level: 1,
          source: 'hand',
        },
      ],
    })
    expect(momentOfDirective(same, '2026-11-22', now).at.toISOString()).toBe('2026-11-22T23:30:05.001Z')
  })

  test('does not wait for a fact of another day, though its clock was ahead', () => {
    const yesterday = stateAfter({ sessions: [session('2026-11-21', '2026-11-22T23:45:00.000Z')] })
    expect(momentOfDirective(yesterday, '2026-11-22', now)).toEqual({ on: '2026-11-22', at: now })
  })

  test('does not wait for a deload that lies in the future', () => {
    const ahead = stateAfter({
      directives: [
        {
          kind: 'deload',
          rulesVersion: rulesInForce.version,
          on: '2026-12-01',
          at: '2026-11-20T10:00:00.000Z',
          startsOn: '2026-12-01',
          endsOn: '2026-12-07',
        },
      ],
    })
    expect(momentOfDirective(ahead, '2026-11-22', now)).toEqual({ on: '2026-11-22', at: now })
  })
})
