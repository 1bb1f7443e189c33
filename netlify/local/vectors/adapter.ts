import * as z from 'zod'
import type { Shape } from './shape.js'

/** How one named function of a vectors file is answered by the domain. */
export type Adapter = {
  /** Shape of the output, which says how closely each part must agree. */
  readonly output: Shape
  /**
   * Answers an input as it stands in the file. Throws when the input is not in the function's form.
   */
  readonly answer: (input: unknown) => unknown
}

/**
 * An adapter from the form of its input, the call, and the shape of its output. Fields that are not
 * listed are ignored.
 */
export function adapter<Input extends z.ZodType>(
  input: Input,
  output: Shape,
  call: (input: z.output<Input>) => unknown,
): Adapter {
  return { output, answer: (raw) => call(input.parse(raw)) }
}

/** A field that may be absent or null; both arrive as null. */
export const optional = <Inner extends z.ZodType>(inner: Inner) =>
  inner.nullish().transform((value) => (value === undefined || value === null ? null : value))

/** A field that may be absent or null, with what that means. */
export const withDefault = <Inner extends z.ZodType>(inner: Inner, absent: z.output<Inner>) =>
  inner.nullish().transform((value) => (value === undefined || value === null ? absent : value))

/** Any finite number. */
export const real = z.number()

/** A whole number. */
export const whole = z.int()

/** What sets count. */
export const metric = z.enum(['reps', 'duration'])
