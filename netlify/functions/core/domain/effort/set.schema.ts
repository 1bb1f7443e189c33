import * as z from 'zod'
import { PainSite } from '#domain/library/vocabulary.js'
import { SetId } from '#domain/values/id.schema.js'

/** The side that worked, of an exercise that is counted per side. */
export const Side = z.enum(['left', 'right']).meta({ id: 'Side', description: 'The side that worked', example: 'left' })
export type Side = z.output<typeof Side>

/**
 * What a set was for. A set to failure is a working set that was taken there on purpose; a drop set
 * goes on with less after a working set.
 */
export const SetKind = z.enum(['warmup', 'working', 'drop', 'failure']).meta({
  id: 'SetKind',
  description: 'What a set was for; one to failure is a working set that was taken there on purpose',
  example: 'working',
})
export type SetKind = z.output<typeof SetKind>

/**
 * What facts keep of a set as it was performed; null is what the athlete did not say. Clients' sets
 * are held against limits (`LogSet`). Facts are not: what was within the limits of its day stays.
 * Events keep it, so a field that comes later needs a default for those of before.
 */
export const PerformedSet = z.object({
  id: SetId,
  /** Place among the sets of the exercise; the two sides of one set share a number. */
  setNumber: z.number(),
  side: Side.nullable(),
  /** Sets had no kinds at first: all of them were working sets. */
  kind: SetKind.default('working'),
  reps: z.number().nullable(),
  /** Seconds of a hold. */
  duration: z.number().nullable(),
  rpe: z.number().nullable(),
  /** Added mass is positive, assistance negative. */
  weightKg: z.number().nullable(),
  /** 0 (none) to 10. */
  pain: z.number().nullable(),
  /** Where it hurt; null when nobody said. */
  painSite: PainSite.nullable(),
})
export type PerformedSet = Readonly<z.output<typeof PerformedSet>>

/** A performed set as decisions look at it: reps or seconds are one `amount`. */
export const LoggedSet = PerformedSet.omit({ reps: true, duration: true }).extend({ amount: z.number() })
export type LoggedSet = Readonly<z.output<typeof LoggedSet>>

/** A performed set as training load and warnings look at it. */
export const WorkedSet = LoggedSet.omit({ id: true }).extend({
  /** Where the athlete gave this set a tempo of its own. */
  tempo: z.string().nullable().exactOptional(),
})
export type WorkedSet = Readonly<z.output<typeof WorkedSet>>

/** Returns what decisions look at of a performed set. */
export function loggedSetOf({ reps, duration, ...set }: PerformedSet): LoggedSet {
  return { ...set, amount: reps ?? duration ?? 0 }
}
