import * as z from 'zod'

/**
 * Makes the schema of a whole number that is given as text, as query parameters are. It takes decimal
 * digits alone: other spellings of a number (`1e1`, `0x10`, `+5`, ` 5`) are mistakes as a rule.
 */
export function wholeNumberText({ min, max }: { readonly min: number; readonly max: number }) {
  return z.preprocess((given) => {
    const isWhole = typeof given === 'string' && /^-?\d+$/.test(given)
    return isWhole ? Number(given) : given
  }, z.int().min(min).max(max))
}
