/** A thing that counts how often its fields and items, at any depth, are read. */
export type Counted<Thing> = { readonly thing: Thing; readonly reads: () => number }

/** Wraps plain objects and arrays, so that what a computation looks at can be counted. */
export function countReads<Thing extends object>(thing: Thing): Counted<Thing> {
  let reads = 0
  const wrapped = new WeakMap<object, object>()
  const wrap = <Value>(value: Value): Value => {
    if (!isPlain(value)) return value
    const proxy = wrapped.get(value) ?? new Proxy(value, { get })
    wrapped.set(value, proxy)
    return proxy as Value
  }
  const get = (target: object, field: PropertyKey, receiver: unknown): unknown => {
    reads += 1
    return wrap(Reflect.get(target, field, receiver))
  }
  return { thing: wrap(thing), reads: () => reads }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}
