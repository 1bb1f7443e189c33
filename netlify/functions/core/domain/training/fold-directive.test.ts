import { describe, expect, it } from 'vitest'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import { idOf } from '#tests/support/ids.js'
import { foldDirective } from './fold-directive.js'
import type { LevelSource } from './training-log.js'
import { type CategoryStanding, draftFrom, nothingKnown, standingIn } from './training-state.js'

const on = '2026-11-05'
const dated = { on, at: `${on}T08:00:00.000Z`, rulesVersion: rules2026v1.version }
const pushUp = idOf.exercise('push-up')

describe('foldDirective for working sets set by hand', () => {
  it('clears every count, and keeps the mastery', () => {
    const draft = draftFrom(nothingKnown)
    const mastered = { ...standingIn(draft, pushUp), masteredAt: '2026-10-01T18:00:00.000Z', sessionsCount: 4 }
    draft.exercises.set(pushUp, { ...mastered, overStreak: 2, failStreak: 2, masteryCount: 2 })
    foldDirective(draft, { kind: 'workingSets', ...dated, exerciseId: pushUp, sets: [6, 6, 6] }, rules2026v1)
    expect(draft.exercises.get(pushUp)).toEqual({ ...mastered, working: [6, 6, 6] })
  })
})

describe('foldDirective for a level', () => {
  const trained = (sessionsCount: number): CategoryStanding => ({
    category: 'Push',
    ability: { mean: 1.2, variance: 0.1 },
    hypotheses: null,
    observedOn: '2026-11-03',
    sessionsCount,
    lastSessionOn: '2026-11-03',
  })

  /** Sets level 2, and returns what is known then. */
  function setLevel(source: LevelSource, known?: CategoryStanding) {
    const draft = draftFrom(nothingKnown)
    if (known) draft.categories.set('Push', known)
    foldDirective(draft, { kind: 'level', ...dated, category: 'Push', level: 2, source }, rules2026v1)
    return { level: draft.levels.get('Push'), category: draft.categories.get('Push') }
  }
  const guessed = { ability: { mean: 2.5, variance: 0.5625 }, hypotheses: null, observedOn: on }

  it('takes a level set by hand as a guess of the ability when nothing is known: half a level into it', () => {
    expect(setLevel('hand')).toEqual({
      level: { category: 'Push', level: 2, source: 'hand', setOn: on, setAt: dated.at },
      category: { category: 'Push', ...guessed, sessionsCount: 0, lastSessionOn: null },
    })
  })

  it('replaces an earlier guess when no session was completed', () => {
    expect(setLevel('hand', { ...trained(0), lastSessionOn: null }).category).toMatchObject(guessed)
  })

  it('leaves the ability when a session was completed', () => {
    expect(setLevel('hand', trained(1))).toMatchObject({ level: { level: 2, source: 'hand' }, category: trained(1) })
  })

  it.each(['test', 'placement'] as const)('never takes a level from a %s as a guess of the ability', (source) => {
    expect(setLevel(source)).toMatchObject({ level: { level: 2, source }, category: undefined })
  })

  it('replaces the ability when the athlete assesses the level anew, and keeps the count of sessions', () => {
    const draft = draftFrom(nothingKnown)
    draft.categories.set('Push', trained(3))
    foldDirective(draft, { kind: 'assessment', ...dated, category: 'Push', level: 2 }, rules2026v1)
    expect(draft.categories.get('Push')).toEqual({ ...trained(3), ...guessed })
  })
})
