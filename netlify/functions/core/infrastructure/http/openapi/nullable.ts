type Node = Readonly<Record<string, unknown>>

/** What is said of a field as a whole, whichever of its shapes it has. */
const aboutField = ['description', 'default', 'examples'] as const

const isNull = ({ type }: Node) => type === 'null'

function shapesOf({ anyOf }: Node): readonly Node[] {
  return Array.isArray(anyOf) ? anyOf : []
}

/** Tells whether a schema is a choice of shapes, of which one is null. */
export function takesNull(schema: Node): boolean {
  return shapesOf(schema).some(isNull)
}

/** Returns the schema of what a field has where it has a value. */
export function besideNull(schema: Node): Node {
  const shapes = shapesOf(schema).filter((shape) => !isNull(shape))
  const [only, ...others] = shapes
  return takesNull(schema) && only && others.length === 0 ? only : schema
}

/**
 * Writes every schema of a document that takes null as one list of shapes, and says of the field what is
 * said of its value: readers, and what generates clients, look for it there.
 */
export function tidyNullable<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => tidyNullable(item)) as Value
  if (typeof value !== 'object' || value === null) return value
  const node: Node = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidyNullable(inner)]))
  return (takesNull(node) ? describedAsField(withShapesOfShapes(node)) : node) as Value
}

function withShapesOfShapes(node: Node): Node {
  const anyOf = shapesOf(node).flatMap((shape) => (Object.keys(shape).join() === 'anyOf' ? shapesOf(shape) : [shape]))
  return { ...node, anyOf }
}

function describedAsField(node: Node): Node {
  const value = besideNull(node)
  if (value === node || aboutField.some((key) => key in node)) return node
  const isOfField = ([key]: [string, unknown]) => aboutField.some((one) => one === key)
  const said = Object.entries(value)
  const rest = Object.fromEntries(said.filter((entry) => !isOfField(entry)))
  const anyOf = shapesOf(node).map((shape) => (shape === value ? rest : shape))
  return { ...Object.fromEntries(said.filter(isOfField)), ...node, anyOf }
}
