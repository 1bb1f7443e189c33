import { asWritten } from './as-written.js'
import { type Direction, type Schema, type Sides, schemaChanges } from './schema-changes.js'

// biome-ignore lint/suspicious/noExplicitAny: a document is read here, and what it says is checked by its linters
type Node = any

/**
 * Lists everything in a document that breaks callers of the older one, each as a line with the
 * operation and the place.
 */
export function breakingChanges(older: object, newer: object): string[] {
  const [resolveOld, resolveNew] = [resolverOf(older), resolverOf(newer)]
  return operationsOf(older).flatMap(([name, was]) => {
    const is = operationsOf(newer).find(([other]) => other === name)?.[1]
    const sides = (direction: Direction): Sides => ({ direction, resolveOld, resolveNew })
    const changes = is
      ? [
          ...accessChanges(was, is),
          ...parameterChanges(was, is, sides('input')),
          ...bodyChanges(was.requestBody, is.requestBody, sides('input')),
          ...answerChanges(was.responses, is.responses, sides('output')),
        ]
      : ['is gone']
    return changes.map((change) => `${name} ${change}`)
  })
}

function accessChanges(was: Node, is: Node): string[] {
  const scopes = ({ security = [] }: Node) => JSON.stringify(security)
  return [
    ...(was.operationId === is.operationId ? [] : [`is called ${is.operationId}, and was ${was.operationId}`]),
    ...(scopes(was) === scopes(is) ? [] : [`asks for ${scopes(is)}, and did for ${scopes(was)}`]),
  ]
}

function parameterChanges(was: Node, is: Node, sides: Sides): string[] {
  const named = (operation: Node, resolve: Sides['resolveOld']): Map<string, Node> =>
    new Map(
      list(operation.parameters)
        .map(resolve)
        .map((one: Node) => [`${one.in} ${one.name}`, one]),
    )
  const [before, after] = [named(was, sides.resolveOld), named(is, sides.resolveNew)]
  const required = [...after].filter(([name, one]) => one.required && !before.get(name)?.required)
  return [
    ...[...before.keys()].filter((name) => !after.has(name)).map((name) => `${name}: is gone`),
    ...required.map(([name]) => `${name}: is required`),
    ...[...before].flatMap(([name, one]) =>
      after.has(name) ? schemaChanges(one.schema, asWritten(after.get(name).schema, one.schema), sides, name) : [],
    ),
  ]
}

function bodyChanges(was: Node, is: Node, sides: Sides): string[] {
  if (!was) return is?.required ? ['body: is required'] : []
  if (!is) return ['body: is gone']
  const required = is.required && !was.required ? ['body: is required'] : []
  return [...required, ...contentChanges(was, is, sides, 'body')]
}

/** Compares the answers of successes only: refusals may be added, and all have one shape. */
function answerChanges(was: Node, is: Node, sides: Sides): string[] {
  const fine = Object.keys(was).filter((status) => status.startsWith('2'))
  return fine.flatMap((status) =>
    is[status]
      ? contentChanges(sides.resolveOld(was[status]), sides.resolveNew(is[status]), sides, `answer ${status}`)
      : [`answer ${status}: is gone`],
  )
}

function contentChanges(was: Node, is: Node, sides: Sides, way: string): string[] {
  return Object.entries<Node>(was.content ?? {}).flatMap(([type, { schema }]) => {
    const other = is.content?.[type]
    if (!other) return [`${way}: is no ${type} any more`]
    return schema && other.schema ? schemaChanges(schema, other.schema, sides, way) : []
  })
}

function operationsOf({ paths = {} }: Node): [string, Node][] {
  return Object.entries<Node>(paths).flatMap(([path, item]) =>
    Object.entries<Node>(item).map(([method, operation]): [string, Node] => [
      ...([`${method.toUpperCase()} ${path}`, operation] as const),
    ]),
  )
}

function resolverOf(document: Node): (node: Schema) => Schema {
  const resolve = (node: Schema): Schema => {
    if (node.$ref === undefined) return node
    const { $ref, ...beside } = node
    const target = $ref
      .split('/')
      .slice(1)
      .reduce((inner: Node, key) => inner?.[key], document)
    return { ...resolve(target ?? {}), ...beside }
  }
  return resolve
}

function list(value: Node): readonly Node[] {
  return value ?? []
}
