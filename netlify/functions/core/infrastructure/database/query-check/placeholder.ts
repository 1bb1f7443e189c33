/**
 * Stands in for any parameters: it has every property, can be called, and always returns itself. It
 * serves only for building a statement's text, never for running it.
 */
export function placeholder(): never {
  const itself: never = new Proxy(() => undefined, {
    get: (_, property) => {
      if (property === Symbol.toPrimitive) return () => ''
      if (property === Symbol.iterator) return () => [][Symbol.iterator]()
      // JSON.stringify calls toJSON; if that returned undefined, the text would be undefined
      if (property === 'toJSON') return () => null
      return itself
    },
    apply: () => itself,
  }) as never
  return itself
}
