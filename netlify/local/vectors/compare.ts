import { type Shape, tolerances } from './shape.js'

/** A place where an output differs from the expected one, as a sentence. */
export type Difference = string

/**
 * A difference of exactly the tolerance still agrees, although 11.506 - 11.5 is a little more than
 * 0.006 in binary.
 */
const roundingSlack = 1 + 1e-9

/** Compares an output with the expected one, part by part; empty when they agree. */
export function compare(expected: unknown, actual: unknown, shape: Shape, path = '$'): Difference[] {
  if (expected === null || actual === null) return expected === actual ? [] : [differs(path, expected, actual)]
  if (typeof shape === 'string') return compareValue(expected, actual, tolerances[shape], path)
  if ('fields' in shape || 'eachField' in shape) return compareFields(expected, actual, shape, path)
  return compareItems(expected, actual, shape, path)
}

function compareValue(expected: unknown, actual: unknown, tolerance: number, path: string): Difference[] {
  const agrees =
    typeof expected === 'number' && typeof actual === 'number'
      ? Math.abs(expected - actual) <= tolerance * roundingSlack
      : JSON.stringify(expected) === JSON.stringify(actual)
  return agrees ? [] : [differs(path, expected, actual)]
}

type FieldsShape = Extract<Shape, { fields: unknown } | { eachField: unknown }>

function compareFields(expected: unknown, actual: unknown, shape: FieldsShape, path: string): Difference[] {
  if (!isObject(expected) || !isObject(actual)) return [differs(path, expected, actual)]
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)])
  return [...names].flatMap((name) => {
    const at = `${path}.${name}`
    if (!Object.hasOwn(expected, name)) return [`${at}: not expected, got ${show(actual[name])}`]
    if (!Object.hasOwn(actual, name)) return [`${at}: expected ${show(expected[name])}, but it is missing`]
    const inner = 'eachField' in shape ? shape.eachField : (shape.fields[name] ?? 'exact')
    return compare(expected[name], actual[name], inner, at)
  })
}

type ItemsShape = Extract<Shape, { eachItem: unknown } | { items: unknown }>

function compareItems(expected: unknown, actual: unknown, shape: ItemsShape, path: string): Difference[] {
  if (!Array.isArray(expected) || !Array.isArray(actual) || expected.length !== actual.length) {
    return [differs(path, expected, actual)]
  }
  return expected.flatMap((item, index) => {
    const inner = 'eachItem' in shape ? shape.eachItem : (shape.items[index] ?? 'exact')
    return compare(item, actual[index], inner, `${path}[${index}]`)
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function differs(path: string, expected: unknown, actual: unknown): Difference {
  return `${path}: expected ${show(expected)}, got ${show(actual)}`
}

function show(value: unknown): string {
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'undefined')
}
