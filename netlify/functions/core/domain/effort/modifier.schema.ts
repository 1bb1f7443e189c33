import * as z from 'zod'

/** Kilograms from 0.5 to 300 in steps of 0.5, each in one way only; sets are logged up to the same. */
const loadPattern = /^load:(?:0\.5|(?:[1-9]\d?|[12]\d\d)(?:\.5)?|300)$/

const Load = z
  .templateLiteral(['load:', z.number()])
  .refine((text) => loadPattern.test(text), {
    error: 'load: with kilograms in steps of 0.5, up to 300, as in load:7.5',
    params: { code: 'FORMAT' },
  })
  .meta({ maxLength: 'load:299.5'.length, pattern: loadPattern.source })

export const PlainModifier = z.enum(['none', 'tempo', 'tempo_pause', 'reps']).meta({
  id: 'PlainModifier',
  description: 'As described, or harder without an added load',
  example: 'tempo',
})

/**
 * How an exercise is done harder than the library describes it: slower, slower with a pause, with
 * more reps than its standard, or with added kilograms (`load:7.5`); `none` is as described.
 */
export const Modifier = z.union([PlainModifier, Load]).meta({
  id: 'Modifier',
  description:
    'How an exercise is done harder than described: slower, slower with a pause, with more reps than its standard, ' +
    'or with added kilograms in steps of 0.5',
  example: 'load:7.5',
})
export type Modifier = z.output<typeof Modifier>

/** Tells whether an exercise is planned otherwise than the library describes it. */
export function isModified(modifier: Modifier): boolean {
  return modifier !== 'none'
}

/** Returns the added kilograms that a modifier plans; 0 without a load. */
export function plannedLoadKg(modifier: Modifier): number {
  return modifier.startsWith('load:') ? loadOf(modifier) : 0
}

function loadOf(text: string): number {
  return Number(text.slice('load:'.length))
}
