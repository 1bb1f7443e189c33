import type { Category } from '@calistheniq/client'

export const categories = ['Push', 'Pull', 'Squat'] as const satisfies readonly Category[]

/** What the address names: a category, an exercise, or nothing in particular. */
export type Named = { readonly category: Category | null; readonly exercise: string | null }

/** Reads the address behind `#/skills`: `pull`, or `exercise/muscle-up`. */
export function namedBy([first, slug]: readonly string[]): Named {
  if (first === 'exercise' && slug) return { category: null, exercise: slug }
  return { category: categories.find((category) => category.toLowerCase() === first) ?? null, exercise: null }
}
