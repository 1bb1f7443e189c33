/**
 * Names of the fields in which a patch of JSON values says something new; none when everything
 * stands as it is said.
 */
export function changedFields<Thing extends object>(patch: Partial<Thing>, current: Thing): (keyof Thing & string)[] {
  return (Object.keys(patch) as (keyof Thing & string)[]).filter(
    (field) => JSON.stringify(patch[field]) !== JSON.stringify(current[field]),
  )
}
