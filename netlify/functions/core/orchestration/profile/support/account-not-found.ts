import { refuse } from '#domain/refusal.js'

/** Refuses: the token is good, but its account has been deleted. */
export function accountNotFound(): never {
  return refuse('ACCOUNT_NOT_FOUND', 'This account does not exist any more.')
}
