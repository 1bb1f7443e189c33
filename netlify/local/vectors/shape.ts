/**
 * How closely a part of an output must agree. `exact` is for integers by definition, strings and
 * booleans; `fine` and `coarse` are for real numbers within an absolute tolerance. The others
 * describe containers.
 */
export type Shape =
  | 'exact'
  | 'fine'
  | 'coarse'
  | { readonly fields: Readonly<Record<string, Shape>> }
  | { readonly eachField: Shape }
  | { readonly eachItem: Shape }
  | { readonly items: readonly Shape[] }

/** Absolute tolerances for real numbers; loads, scores out of 100 and percentages are coarse. */
export const tolerances = { exact: 0, fine: 0.0006, coarse: 0.006 } as const

/** Describes an object with these fields and no others. */
export const fields = (shapes: Readonly<Record<string, Shape>>): Shape => ({ fields: shapes })

/** Describes an object whose keys are data. */
export const eachField = (shape: Shape): Shape => ({ eachField: shape })

/** Describes a list of any length whose items have one shape. */
export const eachItem = (shape: Shape): Shape => ({ eachItem: shape })

/** Describes a list of fixed length. */
export const items = (...shapes: readonly Shape[]): Shape => ({ items: shapes })
