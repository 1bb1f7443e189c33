import * as z from 'zod'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Shape } from './shape.js'

/** How the domain answers one function of a vectors file. */
export type Adapter = {
  /** The shape of the output, which says how closely each part must agree. */
  readonly output: Shape
  /**
   * Answers an input from the file by a version of the rules. Throws when the input does not have
   * the function's form.
   */
  readonly answer: (input: unknown, rules: TrainingRules) => unknown
}

/**
 * Makes an adapter from the form of its input, the call, and the shape of its output. Fields that
 * are not listed are ignored.
 */
export function adapter<Input extends z.ZodType>(
  input: Input,
  output: Shape,
  call: (input: z.output<Input>, rules: TrainingRules) => unknown,
): Adapter {
  return { output, answer: (raw, rules) => call(input.parse(raw), rules) }
}

/** Accepts a field that may be absent or null; both become null. */
export const optional = <Inner extends z.ZodType>(inner: Inner) =>
  inner.nullish().transform((value) => (value === undefined || value === null ? null : value))

/** Accepts a field that may be absent or null; both become `absent`. */
export const withDefault = <Inner extends z.ZodType>(inner: Inner, absent: z.output<Inner>) =>
  inner.nullish().transform((value) => (value === undefined || value === null ? absent : value))

/** Any finite number. */
export const real = z.number()

/** A whole number. */
export const whole = z.int()

/** The unit of sets: reps, or seconds for `duration`. */
export const metric = z.enum(['reps', 'duration'])
