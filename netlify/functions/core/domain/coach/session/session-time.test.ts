import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { rung } from '#tests/support/coach.js'
import { part } from '#tests/support/coach-drafts.js'
import { fitsInto, isCircuit, restSecondsIn, secondsOf, warmUpSeconds, workSeconds } from './session-time.js'

const time = (minutes: number) => ({ minutes, rules: rulesInForce })
const work = (facts: object, target: number) => workSeconds(rung('squat', 2, facts), target, rulesInForce)

describe('workSeconds', () => {
  it('is the reps at the tempo, or the hold', () => {
    expect(work({ tempo: '2-1-2-0' }, 8)).toBe(40)
    expect(work({ tempo: 'hold', metric: 'duration' }, 20)).toBe(20)
  })

  it('counts both sides, and five seconds for each', () => {
    expect(work({ tempo: '2-1-2-0', unilateral: true }, 8)).toBe(90)
  })
})

it('warmUpSeconds is 15 % of the time, from two to ten minutes', () => {
  expect([5, 10, 20, 45, 60, 90].map((minutes) => warmUpSeconds(time(minutes)))).toEqual([120, 120, 180, 405, 540, 600])
})

it('isCircuit holds up to 25 minutes', () => {
  expect([10, 25, 26, 45].map((minutes) => isCircuit(time(minutes)))).toEqual([true, true, false, false])
})

describe('restSecondsIn', () => {
  const alone = part('hpush', 3, { restSeconds: 120 })
  const rest = (parts: ReturnType<typeof part>[], minutes = 45) => restSecondsIn(parts, alone.choice, time(minutes))

  it('is the whole rest of an exercise that is done by itself', () => {
    expect(rest([alone])).toBe(120)
    expect(rest([alone, part('vpull', 3), part('vpush', 3)])).toBe(120)
  })

  it('is half of it with the opposite in the session, at least 45 s', () => {
    expect(rest([alone, part('hpull', 2)])).toBe(60)
    const short = part('hpush', 3, { restSeconds: 60 })
    expect(restSecondsIn([short, part('hpull', 2)], short.choice, time(45))).toBe(45)
  })

  it('is 45 s in a circuit', () => {
    expect(rest([alone], 25)).toBe(45)
    expect(rest([alone, part('hpull', 2)], 20)).toBe(45)
  })
})

describe('secondsOf', () => {
  // 6 reps of 3 s and 90 s of rest, or 45 s with the opposite
  const facts = { tempo: '2-0-1-0', restSeconds: 90 }

  it('adds warm-up, sets with their rest, and half a minute for each exercise', () => {
    expect(secondsOf([part('hpush', 3, facts)], time(40))).toBe(360 + 3 * (18 + 90) + 30)
    expect(secondsOf([part('hpush', 3, facts), part('hpull', 2, facts)], time(40))).toBe(360 + 5 * (18 + 45) + 60)
  })

  it('needs nothing to set up in a circuit', () => {
    expect(secondsOf([part('hpush', 2, facts), part('core', 2, facts)], time(20))).toBe(180 + 4 * (18 + 45))
  })

  it('counts each set as it is planned', () => {
    const tiring = part('hpush', 2, facts, { targets: [10, 8, 6] })
    expect(secondsOf([tiring], time(40))).toBe(360 + 30 + 24 + 2 * 90 + 30)
  })
})

it('fitsInto allows the time to the second', () => {
  // two minutes of warm-up leave three: one set of 135 s with 45 s of rest
  const hold = (seconds: number) => part('core', 1, { tempo: 'hold', metric: 'duration' }, { targets: [seconds] })
  expect(fitsInto([hold(135)], time(5))).toBe(true)
  expect(fitsInto([hold(136)], time(5))).toBe(false)
})
