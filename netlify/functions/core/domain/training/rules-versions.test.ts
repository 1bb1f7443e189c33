import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { UnknownRulesError } from '#domain/rules/rule-book.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { laterRuleBook, movedRules } from '#tests/support/moved-rules.js'
import { exercise, libraryWith, sessionOn, type Work } from '#tests/support/training-logs.js'
import { deriveTraining } from './derive.js'
import type { Directive, LoggedSession, TrainingLog } from './training-log.js'

const library = libraryWith(
  exercise('push-up'),
  exercise('dip', { difficulty: 3 }),
  exercise('pull-up', { category: 'Pull', difficulty: 3 }),
)
const firstDay = '2026-01-05'

const work: fc.Arbitrary<Work> = fc.record({
  exercise: fc.constantFrom('push-up', 'dip', 'pull-up'),
  actual: fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 4 }),
  rpe: fc.constantFrom(null, 4, 6, 7.5, 9, 10),
  pain: fc.constantFrom(null, 0, 0, 4, 7),
  weightKg: fc.constantFrom(null, null, -10, 5),
})

/** Sessions in the order of their days, with ordinary and with long gaps. */
const sessions: fc.Arbitrary<LoggedSession[]> = fc
  .array(fc.tuple(fc.constantFrom(1, 2, 3, 7, 20, 40, 90), work), { minLength: 1, maxLength: 12 })
  .map((days) => {
    let date = firstDay
    return days.map(([gap, done]) => {
      date = addDays(date, gap)
      return sessionOn(date, done)
    })
  })

const dated = fc.integer({ min: 0, max: 60 }).map((days) => {
  const on = addDays(firstDay, days)
  return { on, at: `${on}T08:00:00.000Z`, rulesVersion: rulesInForce.version }
})

const category = fc.constantFrom('Push' as const, 'Pull' as const)

const directive: fc.Arbitrary<Directive> = fc.oneof(
  fc.tuple(dated, category, fc.integer({ min: 0, max: 5 })).map(([when, of, level]): Directive => {
    return { kind: 'assessment', ...when, category: of, level }
  }),
  fc.tuple(dated, category, fc.integer({ min: 0, max: 5 })).map(([when, of, level]): Directive => {
    return { kind: 'level', ...when, category: of, level, source: 'hand' }
  }),
  fc.tuple(dated, fc.constantFrom(null, [3, 3], [12, 12, 12])).map(([when, sets]): Directive => {
    return { kind: 'workingSets', ...when, exerciseId: idOf.exercise('push-up'), sets }
  }),
  dated.map((when): Directive => {
    return { kind: 'deload', ...when, startsOn: when.on, endsOn: addDays(when.on, 6) }
  }),
  fc.tuple(dated, fc.constantFrom(1, 2)).map(([when, target]): Directive => {
    const goal = { kind: 'consistency', exerciseId: null, target } as const
    return { kind: 'goal', ...when, goalId: idOf.goal('goal'), goal }
  }),
)

const trainingLogs: fc.Arbitrary<TrainingLog> = fc.record({
  sessions,
  directives: fc.array(directive, { maxLength: 4 }),
})

/** The same facts, judged by the moved rules. */
function underMovedRules(trainingLog: TrainingLog): TrainingLog {
  const { version: rulesVersion } = movedRules
  return {
    sessions: trainingLog.sessions.map((session) => ({ ...session, rulesVersion })),
    directives: trainingLog.directives.map((one): Directive => ({ ...one, rulesVersion })),
  }
}

describe('a later rules version with every number changed', () => {
  it('derives the same state from facts that an earlier version judged', () => {
    fc.assert(
      fc.property(trainingLogs, (trainingLog) => {
        const later = inOneGo(deriveTraining(trainingLog, library, laterRuleBook))
        expect(later).toEqual(inOneGo(deriveTraining(trainingLog, library, ruleBook)))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the earlier decisions when sessions under the later version follow', () => {
    fc.assert(
      fc.property(trainingLogs, sessions, (trainingLog, more) => {
        const lastDay = trainingLog.sessions.at(-1)?.date ?? firstDay
        const after = more.map((session, index) => {
          const date = addDays(lastDay, index + 1)
          return {
            ...session,
            date,
            completedAt: `${date}T20:00:00.000Z`,
            id: idOf.session(`later ${date}`),
            rulesVersion: 'moved',
          }
        })
        const before = inOneGo(deriveTraining(trainingLog, library, ruleBook)).decisions
        const all = inOneGo(
          deriveTraining({ ...trainingLog, sessions: [...trainingLog.sessions, ...after] }, library, laterRuleBook),
        ).decisions
        expect(all.slice(0, before.length)).toEqual(before)
        expect(all.slice(before.length).every(({ rulesVersion }) => rulesVersion === 'moved')).toBe(true)
      }),
    )
  })

  it('decides differently about facts of its own, so that the tests above can fail', () => {
    const log: TrainingLog = {
      sessions: [sessionOn('2026-01-06', { exercise: 'push-up', actual: [5, 5, 5], rpe: 8 })],
      directives: [
        {
          kind: 'assessment',
          on: firstDay,
          at: `${firstDay}T08:00:00.000Z`,
          rulesVersion: rulesInForce.version,
          category: 'Push',
          level: 3,
        },
      ],
    }
    const today = inOneGo(deriveTraining(log, library, laterRuleBook))
    const later = inOneGo(deriveTraining(underMovedRules(log), library, laterRuleBook))
    expect(later.categories.get('Push')?.ability).not.toEqual(today.categories.get('Push')?.ability)
    expect(later.decisions[0]?.after).not.toEqual(today.decisions[0]?.after)
  })
})

it('deriveTraining throws when a fact names a rules version that this release does not know', () => {
  const [session] = underMovedRules({ sessions: [sessionOn(firstDay)], directives: [] }).sessions
  const log: TrainingLog = { sessions: session ? [session] : [], directives: [] }
  expect(() => inOneGo(deriveTraining(log, library, ruleBook))).toThrow(UnknownRulesError)
})
