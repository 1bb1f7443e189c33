import { mean } from '#domain/values/statistics.js'
import type { Archetype } from './archetypes.js'
import type { Measures } from './measures.js'
import { publishedMeans } from './published.js'
import type { Regime } from './run.js'

export type MeasuredJourney = { readonly regime: string; readonly archetype: string; readonly measures: Measures }

type Row = { readonly title: string; readonly measure: keyof Measures; readonly digits: number }

/** The rows of the table, with their digits. */
export const rows: readonly Row[] = [
  { title: 'ability gained, mean of push, pull and legs (levels)', measure: 'gained', digits: 3 },
  { title: '- push', measure: 'push', digits: 3 },
  { title: '- pull', measure: 'pull', digits: 3 },
  { title: '- legs', measure: 'legs', digits: 3 },
  { title: '- core', measure: 'core', digits: 3 },
  { title: 'sets at RPE 6.5 to 9 (%)', measure: 'effective', digits: 0 },
  { title: 'sets at RPE 5 or less (%)', measure: 'easy', digits: 0 },
  { title: 'sets failed (%)', measure: 'failed', digits: 1 },
  { title: 'sets two levels or more below the athlete (%)', measure: 'farBelow', digits: 1 },
  { title: '- though something harder fits, without pain or failures', measure: 'farBelowByChoice', digits: 1 },
  { title: 'slot-weeks between 60 % of target and cap (%)', measure: 'weeksInRange', digits: 0 },
  { title: 'slot-weeks above the cap (%)', measure: 'weeksAboveCap', digits: 1 },
  { title: 'distinct exercises', measure: 'exercises', digits: 0 },
  { title: 'rungs climbed', measure: 'rungs', digits: 1 },
  { title: 'spikes flagged (amber or red)', measure: 'spikes', digits: 1 },
  { title: 'of these above 1.3', measure: 'largeSpikes', digits: 2 },
  { title: 'sets in a barred pattern', measure: 'barredSets', digits: 1 },
  { title: 'sessions over the time', measure: 'overTime', digits: 1 },
  { title: 'days without anything to offer', measure: 'emptyDays', digits: 1 },
  { title: 'push/pull difference per session (sets)', measure: 'pushPullDifference', digits: 1 },
  { title: 'same muscles two days running (sessions)', measure: 'twoDaysRunning', digits: 1 },
  { title: 'sessions', measure: 'sessions', digits: 0 },
  { title: 'sets', measure: 'sets', digits: 0 },
  { title: 'error of the category estimate (levels)', measure: 'estimateError', digits: 2 },
]

/** Makes the table of means over all athletes, each value with the published one in brackets. */
export function meanTable(measured: readonly MeasuredJourney[], regimes: readonly Regime[]): string[] {
  return [
    `| mean of the athletes | ${regimes.map(({ name }) => name).join(' | ')} |`,
    `|---|${regimes.map(() => '---|').join('')}`,
    ...rows.map(({ title, measure, digits }) => {
      const cells = regimes.map(({ name }) => {
        const published = publishedMeans[name]?.[measure]
        const ours = meanOf(measured, measure, ({ regime }) => regime === name)
        if (Number.isNaN(ours)) return 'not told'
        return published === undefined ? ours.toFixed(digits) : `${ours.toFixed(digits)} (${published.toFixed(digits)})`
      })
      return `| ${title} | ${cells.join(' | ')} |`
    }),
  ]
}

/** Makes the table of what each athlete gained, and failed. */
export function byAthleteTable(
  measured: readonly MeasuredJourney[],
  regimes: readonly Regime[],
  archetypes: readonly Archetype[],
): string[] {
  return [
    `| gained (levels) / failed (%) | ${regimes.map(({ name }) => name).join(' | ')} |`,
    `|---|${regimes.map(() => '---|').join('')}`,
    ...archetypes.map(({ id, title }) => {
      const cells = regimes.map(({ name }) => {
        const isOne = (one: MeasuredJourney) => one.regime === name && one.archetype === id
        return `${meanOf(measured, 'gained', isOne).toFixed(3)} / ${meanOf(measured, 'failed', isOne).toFixed(0)}`
      })
      return `| ${id} ${title} | ${cells.join(' | ')} |`
    }),
  ]
}

/** Returns the mean of a measure over some of the journeys. */
export function meanOf(
  measured: readonly MeasuredJourney[],
  measure: keyof Measures,
  isOne: (one: MeasuredJourney) => boolean,
): number {
  return mean(measured.filter(isOne).map(({ measures }) => measures[measure])) ?? Number.NaN
}
