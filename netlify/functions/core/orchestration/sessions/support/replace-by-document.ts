import type * as z from 'zod'
import { Refusal, refuse, refuseFaults } from '#domain/refusal.js'
import { keptFaults } from '#domain/session/document-faults.js'
import { planDocument, replaceSession } from '#domain/session/replace-session.js'
import { revise } from '#domain/session/revise.js'
import type { Session } from '#domain/session/session.js'
import type { SessionDocument } from '#domain/session/session-document.schema.js'
import { eventsThrough, planningEvents } from '#domain/session/session-events.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { expectVersion } from '#orchestration/refusals.js'
import { consequencesOf, followTraining } from './change-trained-session.js'
import type { LoadedDocument } from './load-document.js'
import { insertStatements, updateStatements } from './save-session.js'
import { presentWhole, type WholeSessionResource } from './whole-session.js'

type Whole = z.output<typeof WholeSessionResource>

/** A loaded document of a session that is there. */
type LoadedSession = LoadedDocument & { readonly session: Session }

/** Creates a session from a document: it is planned, and then what was done of it is written down. */
export async function createFromDocument(
  context: Context,
  id: SessionId,
  loaded: LoadedDocument,
  document: SessionDocument,
): Promise<Commit<Whole>> {
  expectVersion(context, { version: 0 })
  refuseFaults(keptFaults(document, null))
  const { replacing } = loaded
  const planned = planDocument(id, document, replacing)
  const states = replaceSession(planned, document, replacing)
  const session = states.at(-1) ?? planned
  const { effects, output } = await followed(context, { ...loaded, session: planned }, session)
  return {
    statements: [...insertStatements(context, session), ...effects.statements],
    events: [...planningEvents(planned, replacing), ...eventsThrough(states, replacing), ...effects.events],
    output,
  }
}

/**
 * Replaces a session by a document. Nothing is done when it says nothing new. Refuses with
 * VERSION_NEEDED when it says something new and names no version.
 */
export async function replaceByDocument(
  context: Context,
  loaded: LoadedSession,
  document: SessionDocument,
): Promise<Commit<Whole>> {
  const { session: before, replacing } = loaded
  expectVersion(context, before)
  refuseFaults(keptFaults(document, before))
  const states = replaceSession(before, document, replacing)
  const after = states.at(-1) ?? before
  if (after !== before && context.expectedVersion === null) refuse('VERSION_NEEDED', versionNeeded)
  const revised = revise(before, after, replacing.now)
  const { effects, output } = await followed(context, loaded, revised)
  return {
    statements: [...updateStatements(context, before, revised), ...effects.statements],
    events: [...eventsThrough([...states.slice(0, -1), revised], replacing), ...effects.events],
    output,
    existed: true,
  }
}

const versionNeeded =
  'The session is there, with other content: read it, and send its ETag as If-Match with what is to stand in its place.'

/** Finds a session that says what a document says; null when there is none. */
export async function findSame(
  context: Context,
  loaded: LoadedDocument,
  document: SessionDocument,
): Promise<Whole | null> {
  const { session } = loaded
  if (session === null || !saysNothingNew(session, document, loaded)) return null
  return (await followed(context, { ...loaded, session }, session)).output
}

function saysNothingNew(session: Session, document: SessionDocument, { replacing }: LoadedDocument): boolean {
  try {
    return replaceSession(session, document, replacing).at(-1) === session
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Tells what follows from a change, as effects and as the answer. */
async function followed(context: Context, loaded: LoadedSession, after: Session) {
  const change = await followTraining(context, loaded, after)
  return {
    effects: { statements: change?.statements ?? [], events: change?.events ?? [] },
    output: await presentWhole(after, loaded.replacing, () => consequencesOf(context, loaded, change)),
  }
}
