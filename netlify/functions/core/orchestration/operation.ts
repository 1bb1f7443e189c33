import type * as z from 'zod'
import { type Commit, commit } from './commit.js'
import { type Context, contextOf } from './context.js'
import type { Access, InputSchemas, Operation, RequestContext } from './contract.js'
import type { Download } from './download.js'

type Parsed<Schema, Otherwise> = Schema extends z.ZodType ? z.output<Schema> : Otherwise

/**
 * An operation's input after parsing: path parameters, query parameters and body, each of its
 * schema's output type.
 */
export type InputOf<Schemas extends InputSchemas> = {
  readonly params: Parsed<Schemas['params'], Record<string, never>>
  readonly query: Parsed<Schemas['query'], Record<string, never>>
  readonly body: Parsed<Schemas['body'], undefined>
}

/** The value an operation returns: what its output schema accepts, or nothing where it has none. */
type OutputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined

type Definition<Schemas extends InputSchemas, Output extends z.ZodType | null> = Pick<
  Operation,
  'id' | 'http' | 'summary' | 'description' | 'uncached' | 'refusals'
> & {
  access: Access
  input: Schemas
  output: Output
  location?: (output: OutputOf<Output>) => string
}

/** A capability that reads. It takes one round trip and may be cached. */
export function query<const Schemas extends InputSchemas, Output extends z.ZodType>(
  definition: Definition<Schemas, Output> & {
    run: (context: Context, input: InputOf<Schemas>) => Promise<OutputOf<Output>>
  },
): Operation {
  return {
    ...definition,
    kind: 'query',
    run: async (request: RequestContext, input: InputOf<Schemas>) => ({
      output: await definition.run(contextOf(request, { repeatable: false }), input),
      replayed: false,
    }),
  }
}

/**
 * A capability that changes something: it loads what the decision needs, decides, and commits in
 * one batch.
 */
export function command<const Schemas extends InputSchemas, Output extends z.ZodType | null>(
  definition: Definition<Schemas, Output> & {
    run: (context: Context, input: InputOf<Schemas>) => Promise<Commit<OutputOf<Output>>>
  },
): Operation {
  return {
    ...definition,
    kind: 'command',
    run: (request: RequestContext, input: InputOf<Schemas>) =>
      commit(request, (context) => definition.run(context, input)),
  }
}

/** A capability that reads, and answers with a file. */
export function download<const Schemas extends InputSchemas = Record<never, never>>(
  definition: Omit<Definition<Schemas, null>, 'input' | 'output'> & {
    input?: Schemas
    /** The media type of the file. */
    produces: string
    run: (context: Context, input: InputOf<Schemas>) => Promise<Download>
  },
): Operation {
  return {
    input: {},
    ...definition,
    output: null,
    kind: 'query',
    run: async (request: RequestContext, input: InputOf<Schemas>) => ({
      output: await definition.run(contextOf(request, { repeatable: false }), input),
      replayed: false,
    }),
  }
}
