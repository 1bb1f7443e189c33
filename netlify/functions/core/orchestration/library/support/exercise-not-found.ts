import { refuse } from '#domain/refusal.js'

/** Refuses: neither an id nor a slug of the library. */
export function exerciseNotFound(): never {
  return refuse('EXERCISE_NOT_FOUND', 'The library has no such exercise.')
}
