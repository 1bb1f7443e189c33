import * as z from 'zod'

/** Makes the schema of a whole number of something, such as `reps`, which a refusal names. */
export function wholeNumberOf(unit: string) {
  return z.int({
    error: ({ code, input }) =>
      code === 'invalid_type' && typeof input === 'number' ? `must be whole ${unit}` : undefined,
  })
}

/**
 * Makes the schema of a whole number that is given as text, as query parameters are. It takes decimal
 * digits alone: other spellings of a number (`1e1`, `0x10`, `+5`, ` 5`) are mistakes as a rule.
 */
export function wholeNumberText({ min, max }: { readonly min: number; readonly max: number }) {
  return z.preprocess(
    (given) => {
      const isWhole = typeof given === 'string' && /^-?\d+$/.test(given)
      return isWhole ? Number(given) : given
    },
    z
      .int({ error: ({ code }) => (code === 'invalid_type' ? 'must be a whole number' : undefined) })
      .min(min)
      .max(max),
  )
}
