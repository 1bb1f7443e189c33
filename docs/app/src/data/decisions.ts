import type { Output } from '@calistheniq/client'
import { ciq } from './client.js'
import { type Resource, resource } from './resource.js'

/** What was decided after a session, and why. */
export function decisions(sessionId: string): Resource<Output<'sessions.listDecisions'>> {
  return resource(`decisions ${sessionId}`, () => ciq.sessions.listDecisions({ sessionId }))
}
