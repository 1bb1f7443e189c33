import type * as z from 'zod'
import type { Statement } from '#database/statement.js'
import { Refusal } from '#domain/refusal.js'
import { type Choosable, pageOfChosen, withChosenFields } from './chosen-fields.js'
import { type Commit, commit } from './commit.js'
import { type Context, contextOf } from './context.js'
import type { Access, Existing, InputSchemas, Operation, RequestContext } from './contract.js'
import type { Download } from './download.js'
import { exercisesInFull } from './exercises-in-full.js'
import { consentNeed, looksForConsent } from './health-consent.js'
import { assertRight } from './missing-right.js'
import { answerRepeat } from './repeated-creation.js'

type Parsed<Schema, Otherwise> = Schema extends z.ZodType ? z.output<Schema> : Otherwise

/**
 * The parsed input of an operation: path parameters, query parameters and body, each typed by its
 * schema.
 */
export type InputOf<Schemas extends InputSchemas> = {
  readonly params: Parsed<Schemas['params'], Record<string, never>>
  readonly query: Parsed<Schemas['query'], Record<string, never>>
  readonly body: Parsed<Schemas['body'], undefined>
}

/** The value that an operation returns, typed by its output schema; undefined without one. */
type OutputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined

type Definition<Schemas extends InputSchemas, Output extends z.ZodType | null> = Pick<
  Operation,
  'id' | 'http' | 'summary' | 'description' | 'consent' | 'uncached' | 'replaces' | 'refusals'
> & {
  access: Access
  input: Schemas
  output: Output
  location?: (output: OutputOf<Output>) => string
}

/** Of a query: where exercises can be shown in full (`expandQuery`). */
type Expandable = { readonly exercisesAt?: readonly string[] }

/** Declares an operation that reads. It takes one round trip and may be cached. */
export function query<const Schemas extends InputSchemas, Output extends z.ZodType>(
  definition: Definition<Schemas, Output> &
    Expandable & {
      toleratesLag?: boolean
      run: (context: Context, input: InputOf<Schemas>) => Promise<OutputOf<Output>>
    },
): Operation {
  return {
    ...definition,
    kind: 'query',
    run: reading(definition),
  }
}

/** Declares a query of a list whose callers may choose fields of its items (`fieldsQuery`). */
export function listing<const Schemas extends InputSchemas, Output extends z.ZodType>(
  definition: Definition<Schemas, Output> &
    Expandable & {
      choosable: Choosable
      /** Tells the fields that an input asks for; undefined for all. */
      chosen: (input: InputOf<Schemas>) => readonly string[] | undefined
      run: (context: Context, input: InputOf<Schemas>) => Promise<OutputOf<Output> & { data: object[] }>
    },
): Operation {
  const { choosable, chosen, run: list, ...declared } = definition
  return {
    ...declared,
    kind: 'query',
    outputFor: (input: InputOf<Schemas>) => pageOfChosen(choosable, chosen(input)),
    run: reading({
      ...declared,
      run: async (context, input: InputOf<Schemas>) => withChosenFields(await list(context, input), chosen(input)),
    }),
  }
}

/** What a query answers, and the statements that keep what was shown; none when it is kept already. */
export type Shown<Output> = { readonly output: Output; readonly keep: readonly Statement[] }

/**
 * Declares a query that keeps what it showed, so that it can be shown again. Nothing that anybody
 * asks for changes by it, and it answers only what is kept: the same question twice keeps one
 * answer, in one round trip more than a query takes.
 */
export function showing<const Schemas extends InputSchemas, Output extends z.ZodType>(
  definition: Definition<Schemas, Output> & {
    run: (context: Context, input: InputOf<Schemas>) => Promise<Shown<OutputOf<Output>>>
  },
): Operation {
  const { run: show, ...declared } = definition
  return {
    ...declared,
    kind: 'query',
    keeps: true,
    run: async (request: RequestContext, input: InputOf<Schemas>) => {
      assertRight(definition.access, request, input.params)
      const { output, keep } = await show(contextOf(request, []), input)
      if (keep.length > 0) await request.database.batch(keep)
      return { output, replayed: false }
    },
  }
}

/**
 * Declares an operation that changes something: it loads what the decision needs, decides, and
 * commits in one batch. Where the caller may choose the id of what is created, `existing` finds what
 * the athlete has under it; null when no id was chosen. It is asked when the command refuses.
 */
export function command<const Schemas extends InputSchemas, Output extends z.ZodType | null>(
  definition: Definition<Schemas, Output> & {
    existing?: (context: Context, input: InputOf<Schemas>) => Promise<Existing<OutputOf<Output>> | null>
    run: (context: Context, input: InputOf<Schemas>) => Promise<Commit<OutputOf<Output>>>
  },
): Operation {
  const { existing } = definition
  return {
    ...definition,
    kind: 'command',
    run: async (request: RequestContext, input: InputOf<Schemas>) => {
      assertRight(definition.access, request, input.params)
      const need = consentNeed({ ...definition, kind: 'command' }, input.body)
      try {
        return await commit(request, need, (context) => definition.run(context, input))
      } catch (error) {
        if (!existing || !(error instanceof Refusal)) throw error
        return answerRepeat(error, () => existing(contextOf(request, looksForConsent(request, need)), input))
      }
    },
  }
}

/** Declares an operation that reads and answers with a file. */
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
    run: reading(definition),
  }
}

type Reading<Schemas extends InputSchemas> = Pick<Operation, 'access' | 'consent'> &
  Expandable & {
    readonly run: (context: Context, input: InputOf<Schemas>) => Promise<unknown>
  }

function reading<Schemas extends InputSchemas>({
  access,
  consent,
  exercisesAt = [],
  run,
}: Reading<Schemas>): Operation['run'] {
  return async (request: RequestContext, input: InputOf<Schemas>) => {
    assertRight(access, request, input.params)
    const looks = looksForConsent(request, consentNeed({ kind: 'query', consent }, undefined))
    const expansion = exercisesInFull(exercisesAt, input.query)
    const output = await run(contextOf(request, [...looks, ...expansion.looks]), input)
    return { output: expansion.apply(output), replayed: false }
  }
}
