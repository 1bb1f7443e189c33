import { Refusal } from '#domain/refusal.js'
import type { Versioned } from './version-stamp.js'

/** A refusal because the caller knows another state; it tells the state that there is. */
export class VersionMismatch extends Refusal {
  override readonly name = 'VersionMismatch'
  readonly current: Versioned

  constructor(current: Versioned) {
    super('VERSION_MISMATCH', `It has been changed since that version was read: it is at version ${current.version}.`)
    this.current = current
  }
}
