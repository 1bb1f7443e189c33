import type { Documented } from './read-document.js'

/** What a request is made up for. */
export type Intent =
  | 'fits the document'
  | 'is off the document'
  | 'misses a required header'
  | 'has a method that is not documented'
  | 'asks for the methods'
  | 'has no credentials'
  | 'asks for what was created'
  | 'asks for what was deleted'

export type MadeUp = {
  readonly intent: Intent
  /** In a few words. */
  readonly what: string
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly ms: number
}

/** A request to an operation, and what came back. */
export type Exchange = {
  readonly operation: Documented
  /** Methods that are documented at the same path. */
  readonly methodsHere: readonly string[]
  readonly request: MadeUp
  readonly answer: Answer
}
