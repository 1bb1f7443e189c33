import { expect, it } from 'vitest'
import { rules2026v2 } from '#domain/rules/training-rules.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { loggedOn } from '#tests/support/logged-entries.js'
import { live, pullUp } from '#tests/support/second-rules.js'
import { trained } from '#tests/support/situations.js'
import { performedWithoutPain, withoutPain } from './without-pain.js'

it('leaves the pain out of sets and decisions, and what followed from it as it was', () => {
  const entry = { ...pullUp, sets: [{ amount: 6, pain: 7, painSite: 'elbow' as const }] }
  const trainingLog = { sessions: [loggedOn('2026-11-02', rules2026v2, entry)], directives: [] }
  const known = inOneGo(withoutPain({ trainingLog, state: live(rules2026v2, [['2026-11-02', entry]]) }))
  expect(known.trainingLog.sessions[0]?.exercises[0]?.sets[0]).toMatchObject({ amount: 6, pain: null, painSite: null })
  expect(known.state.decisions[0]).toMatchObject({ reason: 'pain_stop', inputs: { pain: 0 } })
})

it('leaves the pain out of sessions as they were performed, and nothing else', () => {
  const entry = { ...pullUp, sets: [{ amount: 6, pain: 7, painSite: 'elbow' as const }] }
  const { sessions } = trained(loggedOn('2026-11-02', rules2026v2, entry))
  const without = inOneGo(performedWithoutPain(sessions))
  expect(without[0]?.exercises[0]?.sets[0]).toMatchObject({ amount: 6, pain: null, painSite: null })
  expect(without.map(({ id, exercises }) => [id, exercises.map(({ sets }) => sets.length)])).toEqual(
    sessions.map(({ id, exercises }) => [id, exercises.map(({ sets }) => sets.length)]),
  )
})
