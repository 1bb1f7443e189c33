import { describe, expect, it } from 'vitest'
import { strongDuration } from './strong-duration.js'

describe('strongDuration', () => {
  it.each([
    ['1h 5m', 3900],
    ['45m', 2700],
    ['1h 5m 3s', 3903],
    ['1h5m3s', 3903],
    [' 1 H 5 m ', 3900],
    ['90', 90],
    ['2h 3s', 7203],
    ['45 min', 0],
    ['1:05:00', 0],
    ['5m 1h', 0],
    ['1.5h', 0],
    ['', 0],
    [null, 0],
  ])('reads %j as %d s', (text, seconds) => {
    expect(strongDuration(text)).toBe(seconds)
  })
})
