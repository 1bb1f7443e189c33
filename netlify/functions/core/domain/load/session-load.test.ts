import { describe, expect, it } from 'vitest'
import { sessionLoad } from './session-load.js'

describe('sessionLoad', () => {
  it.each([
    ['gives 350 AU for 50 min at RPE 7', { minutes: 50, sessionRpe: 7, setRpes: [9] }, { load: 350, estimated: false }],
    [
      'takes the mean of the sets when the session has no rating',
      { minutes: 40, sessionRpe: null, setRpes: [7, 8, 9] },
      { load: 320, estimated: true },
    ],
    [
      'does not round the estimate',
      { minutes: 45, sessionRpe: null, setRpes: [7, 8, 8.5, 9] },
      { load: 365.625, estimated: true },
    ],
    ['leaves out unrated sets', { minutes: 10, sessionRpe: null, setRpes: [null, 6] }, { load: 60, estimated: true }],
    [
      'treats a session RPE of 0 as a rating',
      { minutes: 10, sessionRpe: 0, setRpes: [8] },
      { load: 0, estimated: false },
    ],
    ['is null without any rating', { minutes: 10, sessionRpe: null, setRpes: [null] }, { load: null, estimated: null }],
  ])('%s', (_, session, expected) => {
    expect(sessionLoad(session)).toEqual(expected)
  })
})
