import { describe, expect, it } from 'vitest'
import { type DomainEvent, event } from '#domain/event/event.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { replayEvents } from './replay-events.js'

const at = new Date('2026-11-05T18:00:00.000Z')
const [date, rulesVersion] = ['2026-11-05', rulesInForce.version]
const sessionId = idOf.session('s')
const planned = event('session.planned', sessionId, at, { sessionId, date, time: null, exercises: [] })
const completed = event('session.completed', sessionId, at, {
  ...{ sessionId, date, completedAt: at.toISOString(), durationMinutes: null },
  ...{ rulesVersion, standards: [] },
})
const levelSet = (level: number) =>
  event('level.setByHand', 'Push', at, { category: 'Push', level, on: date, rulesVersion })

// The property in session-history.test.ts replays sessions after any steps.
describe('replayEvents', () => {
  const sessionIdsOf = (...events: readonly DomainEvent[]) => inOneGo(replayEvents(events)).sessions.map(({ id }) => id)

  it('has a session from its completion on', () => {
    expect([sessionIdsOf(planned), sessionIdsOf(planned, completed)]).toEqual([[], [sessionId]])
  })

  it('has directives, and no other events, in the order in which they were recorded', () => {
    const { directives } = inOneGo(replayEvents([levelSet(1), planned, levelSet(2)]))
    expect(directives).toMatchObject([
      { kind: 'level', level: 1 },
      { kind: 'level', level: 2 },
    ])
  })
})
