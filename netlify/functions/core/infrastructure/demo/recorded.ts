import type { DomainEvent } from '#domain/event/event.js'

/** Events that were recorded together at an instant. */
export type Recorded = { readonly at: Date; readonly events: readonly DomainEvent[] }
