import { expect, it } from 'vitest'
import { explainBlockedSite } from './explain-workout.js'

it('explainBlockedSite says what hurt, how much and when, without a diagnosis', () => {
  expect(explainBlockedSite({ site: 'wrist', on: '2026-11-20', pain: 5 })).toBe(
    'Pain of 5 out of 10 was noted (wrist, last on 2026-11-20): what loads it most is not offered for now; seek advice if it lasts.',
  )
})
