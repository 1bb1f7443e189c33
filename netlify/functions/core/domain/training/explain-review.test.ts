import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { explainReview } from './explain-review.js'

describe('explainReview', () => {
  it('names the largest set, and what waits with it', () => {
    expect(explainReview([10, 100, 10], 'reps', rules2026v2)).toBe(
      'You logged up to 100 reps, far above what was known of you: it raises no target and is no record, goal or level until you confirm or correct it.',
    )
  })

  it('says that the estimate alone waits by the first rules', () => {
    expect(explainReview([300, 20], 'duration', rules2026v1)).toBe(
      'You logged up to 300 s, far from what was known of you: the estimate of your ability leaves it out until you confirm or correct it.',
    )
  })
})
