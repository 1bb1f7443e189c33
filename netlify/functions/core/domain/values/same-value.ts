/**
 * Tells whether two JSON values are equal, whatever the order of their fields. An undefined field
 * counts as absent.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]))
  }
  if (!isObject(one) || !isObject(other) || Array.isArray(one) || Array.isArray(other)) return false
  return (
    Object.keys(one).every((field) => sameValue(one[field], other[field])) &&
    Object.keys(other).every((field) => Object.hasOwn(one, field) || other[field] === undefined)
  )
}

/**
 * Lists the fields in which one thing differs from another, out of `fields`; without these, out of
 * the fields of the second, which may be a patch.
 */
export function changedFields<Thing extends object>(
  before: Thing,
  after: Partial<Thing>,
  fields = Object.keys(after) as (keyof Thing & string)[],
): (keyof Thing & string)[] {
  return fields.filter((field) => !sameValue(before[field], after[field]))
}

/** Fields to lay over a target; `undefined` means "not named". */
type Patch<Target> = { readonly [Field in keyof Target]?: Target[Field] | undefined }

/**
 * Lays the patch's fields over the target, as RFC 7396 does for one level. Fields that say nothing
 * new stay the very same objects, and so does the target when no field says anything new.
 */
export function patched<Target extends object>(target: Target, patch: Patch<Target>): Target {
  const current = new Map<string, unknown>(Object.entries(target))
  const changes = Object.entries(patch).filter(
    ([field, value]) => value !== undefined && !sameValue(current.get(field), value),
  )
  return changes.length === 0 ? target : { ...target, ...Object.fromEntries(changes) }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
