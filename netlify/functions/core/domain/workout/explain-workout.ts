import type { BlockedSite } from './blocked-sites.js'

/** The note that goes with every workout. */
export const workoutNote =
  'Made from your log alone: it does not look at how ready you feel today. Take a set less on a bad day, and stop what hurts.'

/** Explains in a sentence why some exercises are not offered. */
export function explainBlockedSite({ site, on, pain }: Pick<BlockedSite, 'site' | 'on' | 'pain'>): string {
  return (
    `Pain of ${pain} out of 10 was noted (${site}, last on ${on}): what loads it most is not offered for now; ` +
    'seek advice if it lasts.'
  )
}
