/**
 * Whether two values of JSON say the same, whatever the order of their fields. A field that is
 * undefined is one that is not there.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const fields = Object.keys({ ...one, ...other })
  return fields.every((field) => sameValue(one[field], other[field]))
}

/**
 * The fields in which one thing differs from another: of those that are named, else of those that
 * the second one has, which may be a patch.
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
 * The target with the patch's fields laid over it, as RFC 7396 has it for one level. Fields that
 * say nothing new stay the very same objects, and so does the target when none does.
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
