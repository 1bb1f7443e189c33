import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2, type TrainingRules } from '#domain/rules/training-rules.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith } from '#tests/support/training-logs.js'
import { nothingKnown, standingIn } from '../training-state.js'
import { lastTrainedOn } from './last-trained.js'

const diamond = exercise('diamond', { difficulty: 3 })
const library = libraryWith(
  diamond,
  exercise('nearly-as-hard', { difficulty: 2.5 }),
  exercise('easier', { difficulty: 2.4 }),
  exercise('harder', { difficulty: 4 }),
  exercise('pull-up', { difficulty: 3, category: 'Pull' }),
)

/** The day from which the break of the diamond push-up is counted, after other exercises on some days. */
function countedFrom(trained: Readonly<Record<string, string | null>>, rules: TrainingRules = rules2026v2) {
  const exercises = Object.entries(trained).map(([slug, lastSessionOn]) => {
    const exerciseId = idOf.exercise(slug)
    return [exerciseId, { ...standingIn(nothingKnown, exerciseId), lastSessionOn }] as const
  })
  return lastTrainedOn(diamond, { ...nothingKnown, exercises: new Map(exercises) }, library, rules)
}

describe('lastTrainedOn', () => {
  it.each<[string, Record<string, string | null>, string | null]>([
    ['is the last day of the exercise', { diamond: '2026-10-01' }, '2026-10-01'],
    ['is that of one half a level easier', { 'nearly-as-hard': '2026-10-02' }, '2026-10-02'],
    ['is that of a harder one', { harder: '2026-10-02' }, '2026-10-02'],
    ['is not that of one that is easier still', { diamond: '2026-10-01', easier: '2026-10-20' }, '2026-10-01'],
    ['is not that of another category', { diamond: '2026-10-01', 'pull-up': '2026-10-20' }, '2026-10-01'],
    ['is the latest of them, in whatever order', { harder: '2026-10-09', diamond: '2026-10-01' }, '2026-10-09'],
    ['is none when nothing was trained', { diamond: null }, null],
  ])('%s', (_, trained, day) => {
    expect(countedFrom(trained)).toBe(day)
  })

  it('was the last day of the category by the first rules', () => {
    const push = { category: 'Push', ability: { mean: 2, variance: 1 }, hypotheses: null, observedOn: null } as const
    const categories = new Map([['Push' as const, { ...push, sessionsCount: 1, lastSessionOn: '2026-10-20' }]])
    expect(lastTrainedOn(diamond, { ...nothingKnown, categories }, library, rules2026v1)).toBe('2026-10-20')
    expect(countedFrom({ diamond: '2026-10-01' }, rules2026v1)).toBeNull()
  })
})
