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
    ['2h', 7200],
    ['45 min', 2700],
    ['47min', 2820],
    ['1h 10min', 4200],
    ['1h 10min 5s', 4205],
    ['3,527h 3min', 12_697_380],
    ['3527h', 12_697_200],
    ['1,234,567h', 4_444_441_200],
    ['1:10:00', 4200],
    ['70:00', 4200],
    ['0:32:06', 1926],
    ['3600.0', 3600],
    ['3600,0', 3600],
    ['59.6', 60],
    ['35,27h', 0],
    ['1:5', 0],
    ['1:10:00:00', 0],
    ['5m 1h', 0],
    ['1.5h', 0],
    ['-5', 0],
    ['', 0],
    [null, 0],
  ])('reads %j as %d s', (text, seconds) => {
    expect(strongDuration(text)).toBe(seconds)
  })
})
