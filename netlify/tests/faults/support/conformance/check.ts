import type { Exchange, Intent } from './exchange.js'

/** A rule for every exchange that it applies to. The names are Schemathesis'. */
export type Check = {
  readonly name: string
  readonly applies: (exchange: Exchange) => boolean
  /** What is wrong, or null. */
  readonly faultOf: (exchange: Exchange) => string | null
}

/** Applies to requests that were made up for these reasons. */
export function after(...intents: readonly Intent[]): Check['applies'] {
  return ({ request }) => intents.includes(request.intent)
}

/** Applies where an operation was reached: what the document says of it holds. */
export function ofOperation(exchange: Exchange): boolean {
  return !after('has a method that is not documented', 'asks for the methods')(exchange)
}
