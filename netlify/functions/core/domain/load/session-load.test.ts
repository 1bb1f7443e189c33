import { describe, expect, it } from 'vitest'
import { sessionLoad } from './session-load.js'

describe('sessionLoad', () => {
  it.each([
    ['50 min at RPE 7 are 350 AU', { minutes: 50, sessionRpe: 7, setRpes: [9] }, { load: 350, estimated: false }],
    ['sets of 7, 8, 9 stand in', { minutes: 40, sessionRpe: null, setRpes: [7, 8, 9] }, { load: 320, estimated: true }],
    [
      'the estimate is not rounded',
      { minutes: 45, sessionRpe: null, setRpes: [7, 8, 8.5, 9] },
      { load: 365.625, estimated: true },
    ],
    ['unrated sets are left out', { minutes: 10, sessionRpe: null, setRpes: [null, 6] }, { load: 60, estimated: true }],
    ['a session RPE of 0 is a rating', { minutes: 10, sessionRpe: 0, setRpes: [8] }, { load: 0, estimated: false }],
    ['no rating, no load', { minutes: 10, sessionRpe: null, setRpes: [null] }, { load: null, estimated: null }],
  ])('%s', (_, session, expected) => {
    expect(sessionLoad(session)).toEqual(expected)
  })
})
