import type { JsonSchema } from '../requests/arbitrary-of.js'

export type Parameter = {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly required?: boolean
  readonly schema: JsonSchema
}

export type DocumentedHeader = { readonly required?: boolean; readonly schema: JsonSchema }

export type DocumentedAnswer = {
  readonly headers: ReadonlyMap<string, DocumentedHeader>
  /** Schemas by media type; undefined where the answer is a file. */
  readonly content: ReadonlyMap<string, JsonSchema | undefined>
}

/** One operation, as the OpenAPI document describes it. */
export type Documented = {
  readonly id: string
  readonly method: string
  readonly path: string
  /** Nobody gets in without credentials. */
  readonly secured: boolean
  readonly parameters: readonly Parameter[]
  readonly body: { readonly required: boolean; readonly types: readonly string[]; readonly schema: JsonSchema } | null
  readonly answers: ReadonlyMap<number, DocumentedAnswer>
}

// biome-ignore lint/suspicious/noExplicitAny: a document is read here, and what it says is checked by its linters
type Node = any

/** Every operation of an OpenAPI document. Schemas carry what they refer to in `$defs`. */
export function readDocument(document: object): Documented[] {
  const read: Node = JSON.parse(JSON.stringify(document).replaceAll('#/components/schemas/', '#/$defs/'))
  const resolve = (node: Node): Node =>
    typeof node?.$ref === 'string'
      ? node.$ref
          .split('/')
          .slice(1)
          .reduce((inner: Node, key: string) => inner[key], read)
      : node
  const schemaOf = (schema: Node): JsonSchema => ({ ...schema, $defs: read.components?.schemas ?? {} })
  const headersOf = (headers: Node) =>
    entries(headers).map(([name, header]): [string, DocumentedHeader] => {
      const { required, schema } = resolve(header)
      return [name, { required, schema: schemaOf(schema) }]
    })
  const answerOf = (answer: Node): DocumentedAnswer => {
    const { headers, content } = resolve(answer)
    const types = entries(content).map(([type, { schema }]): [string, JsonSchema | undefined] => [
      ...([type, schema && schemaOf(schema)] as const),
    ])
    return { headers: new Map(headersOf(headers)), content: new Map(types) }
  }
  const answers = new Map<unknown, DocumentedAnswer>()
  // answers that many operations share are read once, so that their schemas are compiled once
  const sharedAnswer = (answer: Node) => {
    const key = answer.$ref ?? answer
    const known = answers.get(key) ?? answerOf(answer)
    answers.set(key, known)
    return known
  }
  return entries(read.paths).flatMap(([path, item]) =>
    entries(item).map(
      ([method, operation]): Documented => ({
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        secured:
          (operation.security ?? []).length > 0 &&
          operation.security.every((one: object) => Object.keys(one).length > 0),
        parameters: (operation.parameters ?? [])
          .map(resolve)
          .map((one: Node) => ({ ...one, schema: schemaOf(one.schema) })),
        body: bodyOf(operation.requestBody, schemaOf),
        answers: new Map(
          entries(operation.responses).map(([status, answer]) => [Number(status), sharedAnswer(answer)]),
        ),
      }),
    ),
  )
}

/** Methods that are documented at the same path. */
export function methodsAt(operations: readonly Documented[], { path }: Documented): string[] {
  return operations.filter((one) => one.path === path).map(({ method }) => method)
}

function bodyOf(body: Node, schemaOf: (schema: Node) => JsonSchema): Documented['body'] {
  if (!body) return null
  const types = Object.keys(body.content)
  return { required: body.required === true, types, schema: schemaOf(body.content[types[0] ?? ''].schema) }
}

function entries(object: Node): [string, Node][] {
  return Object.entries(object ?? {})
}
