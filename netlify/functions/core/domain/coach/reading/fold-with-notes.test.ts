import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { daysOf } from '#domain/training/derive.js'
import type { Directive, LoggedSession, TrainingLog } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn, type Work } from '#tests/support/training-logs.js'
import { type Checkpoint, checkpointOf, storedCheckpoint } from './checkpoint.js'
import { foldWithNotes } from './fold-with-notes.js'

const library = libraryWith(
  exercise('push-up'),
  exercise('dip', { difficulty: 3, slot: 'vpush' }),
  exercise('pull-up', { category: 'Pull', difficulty: 3, slot: 'vpull' }),
  exercise('plank', { metric: 'duration', slot: 'core', defaults: [30, 30] }),
)
const firstDay = '2025-11-03'

const work: fc.Arbitrary<Work> = fc.record({
  exercise: fc.constantFrom('push-up', 'dip', 'pull-up', 'plank'),
  actual: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }),
  rpe: fc.constantFrom(null, 4, 6, 7.5, 9, 10),
  pain: fc.constantFrom(null, 0, 0, 4, 7),
  painSite: fc.constantFrom(null, 'shoulder' as const),
  weightKg: fc.constantFrom(null, null, -10, 5),
})

/** Sessions with ordinary and with long gaps, some of them on one day. */
const sessions: fc.Arbitrary<LoggedSession[]> = fc
  .array(fc.tuple(fc.constantFrom(0, 1, 2, 3, 7, 20, 30, 90), fc.array(work, { minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((days) => {
    let date = firstDay
    return days.map(([gap, done], index) => {
      date = addDays(date, gap)
      return {
        ...sessionOn(date, ...done),
        id: idOf.session(index),
        placeId: index % 3 === 0 ? idOf.place('park') : null,
      }
    })
  })

const dated = fc.integer({ min: 0, max: 200 }).map((days) => {
  const on = addDays(firstDay, days)
  return { on, at: `${on}T08:00:00.000Z`, rulesVersion: rulesInForce.version }
})
const category = fc.constantFrom('Push' as const, 'Pull' as const)
const level = fc.integer({ min: 0, max: 5 })

const directive: fc.Arbitrary<Directive> = fc.oneof(
  fc
    .tuple(dated, category, level)
    .map(([when, of, to]): Directive => ({ kind: 'assessment', ...when, category: of, level: to })),
  fc.tuple(dated, category, level).map(([when, of, to]): Directive => {
    return { kind: 'level', ...when, category: of, level: to, source: 'hand' }
  }),
  fc.tuple(dated, fc.constantFrom(null, [3, 3], [12, 12, 12])).map(([when, sets]): Directive => {
    return { kind: 'workingSets', ...when, exerciseId: idOf.exercise('push-up'), sets }
  }),
  dated.map((when): Directive => ({ kind: 'deload', ...when, startsOn: when.on, endsOn: addDays(when.on, 6) })),
  fc.tuple(dated, fc.constantFrom(1, 2)).map(([when, target]): Directive => {
    const goal = { kind: 'consistency', exerciseId: null, target } as const
    return { kind: 'goal', ...when, goalId: idOf.goal('goal'), goal }
  }),
)

const trainingLogs: fc.Arbitrary<TrainingLog> = fc.record({
  sessions,
  directives: fc.array(directive, { maxLength: 5 }),
})

const folded = (log: TrainingLog, base: Checkpoint | null = null, keep: ReadonlySet<string> = new Set()) =>
  inOneGo(foldWithNotes({ ...log, base }, library, ruleBook, keep))

/** A checkpoint as it comes back from where it is stored. */
const storedAndRead = (made: Checkpoint) => checkpointOf(made.day, JSON.parse(JSON.stringify(storedCheckpoint(made))))

/** The state without what was decided since its base. */
const lasting = ({ decisions: _, held: __, ...state }: TrainingState) => state

describe('a fold that goes on from a checkpoint', () => {
  it('finds the same as one from the start, from every day on which something happened', () => {
    fc.assert(
      fc.property(trainingLogs, (log) => {
        const whole = folded(log, null, new Set(daysOf(log)))
        for (const checkpoint of whole.checkpoints) {
          const after = {
            sessions: log.sessions,
            directives: log.directives.filter(({ on }) => on > checkpoint.day),
          }
          const went = folded(after, storedAndRead(checkpoint))
          expect(lasting(went.state)).toEqual(lasting(whole.state))
          expect(went.notes).toEqual(whole.notes)
          const decided = whole.state.decisions.filter(({ on }) => on > checkpoint.day)
          expect(went.state.decisions).toEqual(decided)
          expect(went.state.held).toEqual(whole.state.held.filter(({ on }) => on > checkpoint.day))
        }
      }),
    )
  })

  it('leaves the checkpoint as it was', () => {
    fc.assert(
      fc.property(trainingLogs, (log) => {
        const [first] = folded(log, null, new Set(daysOf(log))).checkpoints
        if (!first) return
        const before = JSON.stringify(storedCheckpoint(first))
        folded({ ...log, directives: log.directives.filter(({ on }) => on > first.day) }, first)
        expect(JSON.stringify(storedCheckpoint(first))).toBe(before)
      }),
    )
  })

  it('makes checkpoints of the days that are asked for alone, each with what was known then', () => {
    const log = {
      sessions: ['2026-01-01', '2026-01-05', '2026-01-09'].map((date) =>
        sessionOn(date, { exercise: 'push-up', actual: [8, 8] }),
      ),
      directives: [],
    }
    const { checkpoints } = folded(log, null, new Set(['2026-01-05', '2026-01-06']))
    expect(
      checkpoints.map(({ day, state }) => [day, state.exercises.get(idOf.exercise('push-up'))?.sessionsCount]),
    ).toEqual([['2026-01-05', 2]])
  })
})
