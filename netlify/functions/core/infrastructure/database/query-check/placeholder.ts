/**
 * Stands for parameters that nobody gave: has every property, can be called, and gives itself. It
 * is only good for building a statement's text, never for running it.
 */
export function placeholder(): never {
  const itself: never = new Proxy(() => undefined, {
    get: (_, property) => {
      if (property === Symbol.toPrimitive) return () => ''
      if (property === Symbol.iterator) return () => [][Symbol.iterator]()
      // JSON.stringify asks for it; undefined would make the text undefined
      if (property === 'toJSON') return () => null
      return itself
    },
    apply: () => itself,
  }) as never
  return itself
}
