import { describe, expect, test } from 'vitest'
import { type DomainEvent, EventType, event } from '#domain/event/event.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { directiveOf, directiveTypes, isLastWord } from './directives.js'
import type { Directive } from './training-log.js'

const at = new Date('2026-01-05T19:00:00Z')
const on = '2026-01-05'
const rulesVersion = rulesInForce.version
const place = {
  sessionId: idOf.session('s'),
  sessionExerciseId: idOf.sessionExercise('e'),
  exerciseId: idOf.exercise('push-up'),
  on,
  rulesVersion,
}
const goal = { kind: 'reps', exerciseId: idOf.exercise('push-up'), target: 12 } as const

const directives: readonly DomainEvent[] = [
  event('workingSets.setByHand', 'push-up', at, {
    exerciseId: idOf.exercise('push-up'),
    on,
    rulesVersion,
    sets: [6, 6, 6],
  }),
  event('decision.overridden', 'e', at, { ...place, sets: [6, 6, 6] }),
  event('observation.confirmed', 'e', at, place),
  event('level.setByHand', 'Push', at, { category: 'Push', level: 2, on, rulesVersion }),
  event('level.assessed', 'Push', at, { category: 'Push', level: 2, on, told: [], rulesVersion }),
  event('level.achieved', 'Push', at, { category: 'Push', level: 2, on, tested: null, rulesVersion }),
  event('deload.begun', 'd', at, {
    deloadId: idOf.deload('d'),
    startsOn: on,
    endsOn: '2026-01-11',
    triggers: [],
    rulesVersion,
  }),
  event('goal.set', 'g', at, { goalId: idOf.goal('g'), on, goal, deadline: null, rulesVersion }),
  event('goal.changed', 'g', at, { goalId: idOf.goal('g'), on, goal, deadline: null, rulesVersion }),
  event('goal.dropped', 'g', at, { goalId: idOf.goal('g'), on, rulesVersion }),
]

describe('directiveOf', () => {
  test.each(directives.map((said) => [said.type, said] as const))('reads %s as a directive', (_, said) => {
    expect(directiveOf(said)).toMatchObject({ on, at: at.toISOString(), rulesVersion })
  })

  test('reads a directive from every directive type, and from no other event', () => {
    expect(directives.map(({ type }) => type).toSorted()).toEqual([...directiveTypes].toSorted())
    const others = EventType.options.filter((type) => !directiveTypes.some((known) => known === type))
    const bare = others.map((type) => ({ type, payload: {}, occurredAt: at }) as unknown as DomainEvent)
    expect(bare.map(directiveOf)).toEqual(others.map(() => null))
  })
})

describe('isLastWord', () => {
  const trainingLog = (...said: readonly DomainEvent[]) => ({
    sessions: [],
    directives: said.map(directiveOf).filter((directive): directive is Directive => directive !== null),
  })
  const override = (...sets: number[]) => event('decision.overridden', 'e', at, { ...place, sets })

  test('is true for the newest override of an exercise only', () => {
    const said = trainingLog(override(6, 6, 6), override(7, 7, 7))
    expect([isLastWord(said, override(7, 7, 7)), isLastWord(said, override(6, 6, 6))]).toEqual([true, false])
  })

  test('is true when only a directive of another kind came after it', () => {
    const confirmed = event('observation.confirmed', 'e', at, place)
    expect(isLastWord(trainingLog(override(6), confirmed), override(6))).toBe(true)
  })

  test('is true only for the same kind of directive about the same session exercise', () => {
    const confirmed = event('observation.confirmed', 'e', at, place)
    expect(isLastWord(trainingLog(override(6)), confirmed)).toBe(false)
    expect(isLastWord(trainingLog(confirmed), confirmed)).toBe(true)
    const other = event('observation.confirmed', 'other', at, {
      ...place,
      sessionExerciseId: idOf.sessionExercise('other'),
    })
    expect(isLastWord(trainingLog(confirmed), other)).toBe(false)
    expect(
      isLastWord(
        trainingLog(...directives),
        event('goal.dropped', 'g', at, { goalId: idOf.goal('g'), on, rulesVersion }),
      ),
    ).toBe(false)
  })
})
