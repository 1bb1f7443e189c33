/**
 * How closely a part of an output must agree. `exact`: integers by definition, strings, booleans.
 * `fine` and `coarse`: real numbers within an absolute tolerance. The rest describe containers.
 */
export type Shape =
  | 'exact'
  | 'fine'
  | 'coarse'
  | { readonly fields: Readonly<Record<string, Shape>> }
  | { readonly eachField: Shape }
  | { readonly eachItem: Shape }
  | { readonly items: readonly Shape[] }

/**
 * Absolute tolerances of real numbers; loads, scores out of 100 and percentages are the coarse
 * ones.
 */
export const tolerances = { exact: 0, fine: 0.0006, coarse: 0.006 } as const

/** Shape of an object with these fields and no others. */
export const fields = (shapes: Readonly<Record<string, Shape>>): Shape => ({ fields: shapes })

/** Shape of an object whose keys are data. */
export const eachField = (shape: Shape): Shape => ({ eachField: shape })

/** Shape of a list of like items. */
export const eachItem = (shape: Shape): Shape => ({ eachItem: shape })

/** Shape of a list of fixed length. */
export const items = (...shapes: readonly Shape[]): Shape => ({ items: shapes })
