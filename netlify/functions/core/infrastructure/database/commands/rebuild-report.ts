import type { AthleteId } from '#domain/values/id.schema.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { type Difference, describeDifference } from '#orchestration/training/rebuild/difference.js'

/** What a rebuild found for an athlete, and what still differs after it wrote. */
export type Outcome = { readonly found: readonly Difference[]; readonly left: readonly Difference[] }

/**
 * How many athletes were checked, how many of them differ, how many differences were found, and how
 * many are left after writing.
 */
export type RebuildReport = {
  readonly athletes: number
  readonly differing: number
  readonly found: number
  readonly left: number
}

const shownMax = 20

/**
 * Describes what a rebuild found for an athlete, a line for each difference; empty when nothing
 * differs.
 */
export function athleteLines(userId: AthleteId, { found, left }: Outcome, written: boolean): string[] {
  if (found.length === 0) return []
  const shown = found.slice(0, shownMax).map((difference) => `    ${describeDifference(difference)}`)
  const more = found.length > shownMax ? [`    and ${found.length - shownMax} more`] : []
  const line = `${userId}: ${counted(found.length, 'difference')}${written ? `, ${left.length} left` : ''}`
  return [left.length === 0 ? mark.done(line) : mark.wrong(line), ...shown, ...more]
}

/** Sums up a rebuild in one line. */
export function rebuildSummary({ athletes, differing, found, left }: RebuildReport, written: boolean): string {
  if (found === 0) return `${counted(athletes, 'athlete')}: what is stored follows from the facts`
  const differences = `${counted(found, 'difference')} of ${counted(differing, 'athlete')}`
  if (!written) return `${differences}: npm run db:rebuild -- --write writes what follows from the facts`
  if (left === 0) return `${differences} written`
  return `${differences}, ${left} left: what no fact explains is for somebody to look at`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
