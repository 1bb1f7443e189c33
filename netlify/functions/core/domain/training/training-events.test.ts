import { describe, expect, test } from 'vitest'
import { unlockedBy } from '#domain/path/unlocked.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { deriveTraining } from './derive.js'
import { trainingChanges } from './training-changes.js'
import { trainingEvents } from './training-events.js'
import type { Directive, LoggedSession } from './training-log.js'

const library = libraryWith(
  exercise('push-up'),
  exercise('plank'),
  exercise('diamond-push-up', { prerequisites: [[idOf.exercise('push-up')]] }),
  exercise('planche', { prerequisites: [[idOf.exercise('push-up')], [idOf.exercise('plank')]] }),
)
const now = new Date('2026-02-01T12:00:00Z')

const met = (date: string) => sessionOn(date, { exercise: 'push-up', actual: [8, 8, 8], targets: [8, 8, 8] })
const [first, second, third] = [met('2026-01-05'), met('2026-01-07'), met('2026-01-09')]

const derive = (sessions: readonly LoggedSession[], directives: readonly Directive[] = []) =>
  inOneGo(deriveTraining({ sessions, directives }, library, ruleBook))

function happened(
  before: readonly LoggedSession[],
  after: readonly LoggedSession[],
  directives: readonly Directive[] = [],
) {
  const [was, is] = [derive(before, directives), derive(after, directives)]
  return trainingEvents(was, is, inOneGo(trainingChanges(was, is)), now)
}

describe('trainingEvents', () => {
  test('names each new decision by one of three event types', () => {
    const missed = sessionOn('2026-01-05', { exercise: 'push-up', actual: [1, 1, 1] })
    const painful = sessionOn('2026-01-05', { exercise: 'push-up', actual: [8, 8, 8], targets: [8, 8, 8], pain: 7 })
    const rising = sessionOn('2026-01-05', { exercise: 'push-up', actual: [5, 5, 5] })
    const types = [missed, painful, rising].map((session) => happened([], [session]).map(({ type }) => type))
    expect(types).toEqual([['workingSets.held'], ['workingSets.regressed'], ['workingSets.progressed']])
  })

  test('tells of the working sets before and after a decision', () => {
    const rising = sessionOn('2026-01-05', { exercise: 'push-up', actual: [5, 5, 5] })
    expect(happened([], [rising])).toMatchObject([{ payload: { before: [5, 5, 5], after: [6, 6, 6] } }])
  })

  test('tells of a mastery once, with its session and standard', () => {
    const mastered = happened([first], [first, second]).filter(({ type }) => type === 'exercise.mastered')
    expect(mastered).toMatchObject([
      { subject: 'push-up', payload: { sessionId: second.id, on: '2026-01-07', standard: [8, 8, 8] } },
    ])
    expect(happened([first, second], [first, second, third]).map(({ type }) => type)).toEqual(['workingSets.held'])
  })

  test('tells of a mastery by the earliest session, even when that session arrives last', () => {
    const late = happened([second, third].slice(1), [first, second, third])
    expect(late.filter(({ type }) => type === 'exercise.mastered')).toMatchObject([{ payload: { on: '2026-01-07' } }])
  })

  test('tells of a goal that was reached', () => {
    const goal = {
      kind: 'goal',
      rulesVersion: rulesInForce.version,
      on: '2026-01-01',
      at: '2026-01-01T08:00:00.000Z',
      goalId: idOf.goal('goal'),
      goal: { kind: 'skill', exerciseId: idOf.exercise('push-up'), target: null },
    } as const
    const events = happened([], [first], [goal])
    expect(events.at(-1)).toMatchObject({ type: 'goal.reached', payload: { goalId: 'goal', on: '2026-01-05' } })
  })
})

test('unlockedBy lists the exercises for which the new mastery was the last missing prerequisite', () => {
  const opened = unlockedBy(derive([first]), derive([first, second]), library)
  expect(opened.map(({ id }) => id)).toEqual(['diamond-push-up'])
  expect(unlockedBy(derive([first, second]), derive([first, second, third]), library)).toEqual([])
})
