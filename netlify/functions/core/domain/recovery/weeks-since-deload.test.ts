import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { TrainedWeek } from '#domain/training/training-state.js'
import { weeksSinceDeload } from './weeks-since-deload.js'

const firstMonday = '2026-06-01'
const mondayAfter = (weeks: number) => addDays(firstMonday, 7 * weeks)

/**
 * Counts on the Monday after calendar weeks of so many sets, in two sessions each; a week of no sets is
 * one without a session.
 */
function counted(weeks: readonly number[], after: string | null = null) {
  const trained = weeks.flatMap((sets, week): [string, TrainedWeek][] => {
    const half = sets / 2
    const trainedWeek = { sessions: 2, sets: [null, half, null, null, half, null, null] }
    return sets === 0 ? [] : [[mondayAfter(week), trainedWeek]]
  })
  return weeksSinceDeload(new Map(trained), after, mondayAfter(weeks.length), rulesInForce)
}

describe('weeksSinceDeload', () => {
  it.each<[string, readonly number[], number]>([
    ['counts weeks with training', [20, 20, 20], 3],
    ['leaves out a week without', [20, 0, 20], 2],
    ['begins anew after two weeks without', [20, 20, 0, 0, 20], 1],
    ['is nothing after two weeks without', [20, 20, 0, 0], 0],
    ['goes on after one week without', [20, 20, 0], 2],
    ['does not take an easy week for a deload before one is due', [20, 20, 20, 20, 20, 10], 6],
    ['takes the easy week after six others for one', [20, 20, 20, 20, 20, 20, 13], 0],
    ['takes one of seven tenths for no easy week', [20, 20, 20, 20, 20, 20, 14], 7],
    ['begins anew after an easy week', [20, 20, 20, 20, 20, 20, 10, 20, 20], 2],
    ['measures what is easy by six weeks, not by the last', [20, 20, 20, 20, 20, 30, 18], 7],
    ['takes a week just below seven tenths for one', [20, 20, 20, 20, 20, 21, 14], 0],
    ['measures what is easy by the last six weeks', [28, 28, 20, 20, 20, 20, 20, 20, 15], 9],
    ['does not measure it by the weeks before an easy one', [20, 20, 20, 20, 20, 20, 10, 10, 10, 10, 10, 10, 10, 9], 7],
    ['does not measure it by the weeks before a pause', [60, 60, 60, 0, 0, 20, 20, 20, 20, 20, 20, 18], 7],
  ])('%s', (_, weeks, expected) => {
    expect(counted(weeks)).toBe(expected)
  })

  it('counts the sets after a deload that ended within a week, and no week that had none', () => {
    expect(counted([20, 20], addDays(mondayAfter(0), 3))).toBe(2)
    expect(counted([20, 20], addDays(mondayAfter(0), 5))).toBe(1)
  })

  it('counts what comes after the last deload alone', () => {
    expect(counted([20, 20, 20], addDays(mondayAfter(1), 6))).toBe(1)
  })
})
