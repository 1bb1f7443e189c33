/** What may stand beside a reference: the rest belongs to what is referred to, which says it better. */
const besides: ReadonlySet<string> = new Set(['$ref', 'description', 'examples', 'default', 'summary'])

/**
 * Leaves beside each reference of a document what is said of this use alone. A schema that was
 * described anew comes with a copy of its type, which may differ from that of the schema it refers to.
 */
export function tidyReferences<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map((item) => tidyReferences(item)) as Node
  if (typeof node !== 'object' || node === null) return node
  const fields = isReference(node) ? besideReference(node) : Object.entries(node)
  return Object.fromEntries(fields.map(([key, value]) => [key, tidyReferences(value)])) as Node
}

function isReference(node: object): boolean {
  return '$ref' in node && typeof node.$ref === 'string'
}

function besideReference(node: object): [string, unknown][] {
  const named = Object.entries(node).map(([key, value]): [string, unknown] =>
    key === 'example' ? ['examples', [value]] : [key, value],
  )
  return named.filter(([key]) => besides.has(key))
}
