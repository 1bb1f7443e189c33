import { type Checkpoint, type StoredCheckpoint, storedCheckpoint } from '#domain/coach/reading/checkpoint.js'
import { type Difference, differencesIn } from './difference.js'
import { isFields } from './in-words.js'

type Kept = StoredCheckpoint & { readonly day: string }

/** Lists where checkpoints that are stored and hold differ from what a fold from the start finds on their days. */
export function compareCheckpoints(kept: readonly Kept[], found: readonly Checkpoint[]): Difference[] {
  const days = new Set(kept.map(({ day }) => day))
  const derived = found.filter(({ day }) => days.has(day))
  return differencesIn(
    'checkpoints',
    new Map(kept.map(({ day, state, notes }) => [day, { state, notes }])),
    // as it would be stored, because that is what it is compared with
    new Map(derived.map(({ day, ...rest }) => [day, JSON.parse(JSON.stringify(storedCheckpoint(rest)))])),
    (checkpoint, day) => ({
      name: `checkpoint of ${day}`,
      summary: 'something',
      fields: isFields(checkpoint) ? checkpoint : {},
    }),
  )
}
