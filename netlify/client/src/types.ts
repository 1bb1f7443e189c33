import type { Operations } from './generated/operations.gen.js'

/** The id of an operation, as in the documentation: `sessions.logSet`. */
export type OperationId = keyof Operations & string

type Data<Id extends OperationId> = Operations[Id]['data']
type Given<Part> = [Part] extends [undefined] ? unknown : NonNullable<Part>
type PathOf<D> = D extends { path?: infer Path } ? Given<Path> : unknown
type QueryOf<D> = D extends { query?: infer Query } ? Given<Query> : unknown
type BodyOf<D> = D extends { body: infer Body }
  ? { body: Body }
  : D extends { body?: infer Body }
    ? [Body] extends [undefined]
      ? unknown
      : { body?: Body }
    : unknown
type Flat<Type> = { [Name in keyof Type]: Type[Name] }

/** What an operation is called with: the parameters of its path and its query by name, and its `body`. */
export type Input<Id extends OperationId> = Flat<PathOf<Data<Id>> & QueryOf<Data<Id>> & BodyOf<Data<Id>>>

/** What an operation answers when it goes well. */
export type Output<Id extends OperationId> = Exclude<Operations[Id]['answers'][keyof Operations[Id]['answers']], never>

/** Items of an operation that answers in pages; never for all others. */
export type ItemOf<Id extends OperationId> =
  Output<Id> extends { data: readonly (infer Item)[]; page: { nextCursor: string | null } } ? Item : never

/** How a single call differs from others. */
export type CallOptions = {
  /** The version that is to be changed, as `version` of an earlier answer, or its ETag. Another one refuses with 412. */
  readonly ifMatch?: number | string
  /** Identifies a command that is sent again later; without it, one is made for all attempts of this call. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

type Arguments<Id extends OperationId> =
  Record<never, never> extends Input<Id>
    ? [input?: Input<Id>, options?: CallOptions]
    : [input: Input<Id>, options?: CallOptions]

/** An operation as a function; of one that answers in pages, `all` iterates over the items of all pages. */
export type Call<Id extends OperationId> = ((...given: Arguments<Id>) => Promise<Output<Id>>) &
  ([ItemOf<Id>] extends [never] ? unknown : { all(...given: Arguments<Id>): AsyncIterableIterator<ItemOf<Id>> })

type GroupOf<Id extends string> = Id extends `${infer Group}.${string}` ? Group : never
type NameIn<Group extends string, Id extends string> = Id extends `${Group}.${infer Name}` ? Name : never

/** All operations, grouped as in their ids: `client.sessions.logSet(…)`. */
export type Calls = {
  readonly [Group in GroupOf<OperationId>]: {
    readonly [Name in NameIn<Group, OperationId>]: Call<`${Group}.${Name}` & OperationId>
  }
}
