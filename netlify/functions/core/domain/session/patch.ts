/** Fields to lay over a target; `undefined` means "not named". */
type Patch<Target> = { readonly [Field in keyof Target]?: Target[Field] | undefined }

/**
 * The target with the patch's fields laid over it, as RFC 7396 has it for one level. When that
 * changes nothing it is the very same object, which is how everything here tells whether something
 * changed.
 */
export function patched<Target extends object>(target: Target, patch: Patch<Target>): Target {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined)
  const current = new Map<string, unknown>(Object.entries(target))
  const changes = named.filter(([field, value]) => !sameJson(value, current.get(field)))
  return changes.length === 0 ? target : { ...target, ...Object.fromEntries(changes) }
}

/** True for equal scalars, and for lists and objects whose fields stand in the same order. */
function sameJson(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
