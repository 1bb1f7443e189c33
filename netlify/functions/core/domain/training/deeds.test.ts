import { describe, expect, test } from 'vitest'
import { type DomainEvent, event, eventTypes } from '#domain/event/event.js'
import { directiveOf, directiveTypes, isLastWord } from './deeds.js'
import type { Directive } from './journal.js'

const at = new Date('2026-01-05T19:00:00Z')
const on = '2026-01-05'
const place = { sessionId: 's', sessionExerciseId: 'e', exerciseId: 'push-up', on }
const goal = { kind: 'reps', exerciseId: 'push-up', target: 12 } as const

const deeds: readonly DomainEvent[] = [
  event('workingSets.setByHand', 'push-up', at, { exerciseId: 'push-up', on, sets: [6, 6, 6] }),
  event('decision.overridden', 'e', at, { ...place, sets: [6, 6, 6] }),
  event('observation.confirmed', 'e', at, place),
  event('level.setByHand', 'Push', at, { category: 'Push', level: 2, on }),
  event('level.assessed', 'Push', at, { category: 'Push', level: 2, on }),
  event('level.achieved', 'Push', at, { category: 'Push', level: 2, on }),
  event('deload.begun', 'd', at, {
    deloadId: 'd',
    startsOn: on,
    endsOn: '2026-01-11',
    triggers: [],
    rulesVersion: '1',
  }),
  event('goal.set', 'g', at, { goalId: 'g', on, goal, deadline: null }),
  event('goal.changed', 'g', at, { goalId: 'g', on, goal, deadline: null }),
  event('goal.dropped', 'g', at, { goalId: 'g', on }),
]

describe('a deed', () => {
  test.each(deeds.map((said) => [said.type, said] as const))('is %s', (_, said) => {
    expect(directiveOf(said)).toMatchObject({ on, at: at.toISOString() })
  })

  test('is each of the types that the journal is read with, and no other', () => {
    expect(deeds.map(({ type }) => type).toSorted()).toEqual([...directiveTypes].toSorted())
    const others = eventTypes.filter((type) => !directiveTypes.some((known) => known === type))
    const bare = others.map((type) => ({ type, payload: {}, occurredAt: at }) as unknown as DomainEvent)
    expect(bare.map(directiveOf)).toEqual(others.map(() => null))
  })
})

describe('the last word on a decision', () => {
  const journal = (...said: readonly DomainEvent[]) => ({
    sessions: [],
    deeds: said.map(directiveOf).filter((deed): deed is Directive => deed !== null),
  })
  const override = (...sets: number[]) => event('decision.overridden', 'e', at, { ...place, sets })

  test('is what was said last', () => {
    const said = journal(override(6, 6, 6), override(7, 7, 7))
    expect([isLastWord(said, override(7, 7, 7)), isLastWord(said, override(6, 6, 6))]).toEqual([true, false])
  })

  test('is of one exercise of one session, and of one kind', () => {
    const confirmed = event('observation.confirmed', 'e', at, place)
    expect(isLastWord(journal(override(6)), confirmed)).toBe(false)
    expect(isLastWord(journal(confirmed), confirmed)).toBe(true)
    const other = event('observation.confirmed', 'other', at, { ...place, sessionExerciseId: 'other' })
    expect(isLastWord(journal(confirmed), other)).toBe(false)
    expect(isLastWord(journal(...deeds), event('goal.dropped', 'g', at, { goalId: 'g', on }))).toBe(false)
  })
})
