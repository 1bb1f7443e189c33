import { Scope } from '#domain/account/principal.js'
import { EventType } from '#domain/event/event.js'
import { readingScope } from '#domain/event/reading-scope.js'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { entityScope } from '#orchestration/privacy/support/entity-scopes.js'
import { Entity } from '#queries/owned-entities.js'

const introduction = `# Scopes

<!-- Written by \`npm run docs:scopes\` from the operations, the events and the export; do not edit. -->

An access token or an API key carries scopes, and each says what it opens, whatever way the data
leaves: an answer, the history, a webhook, the export. Whoever signs in has every scope; a key has
those that it was made with.

- **\`X:read\`** reads answers. The same scope reads the events about it, in the history
  (\`GET /me/history\`, which itself needs \`progress:read\`) and by
  [webhooks](webhooks.md#what-a-webhook-may-send-and-how-long) (which need \`webhooks:write\`), and its
  part of an export (\`GET /me/export\` and \`POST /me/exports\`, which themselves need \`privacy:read\`).
- **\`X:write\`** changes things, and its answers show the thing as it then is. So whoever may change a
  thing sees that thing, also without \`X:read\`.
- **\`progress:read\`** reads what training and check-ins amount to: readiness, load, warnings, records
  and what to train next, with amounts set by set, dates and where it hurts. What was noted, and how a
  single set felt, needs \`sessions:read\`. **\`profile:read\`** shows the last body mass, \`progress:read\` that of each
  day.
- A repeat under an \`Idempotency-Key\` needs the scope of its operation too. Answers are kept for the
  account, so a client may repeat a request after it got a new key.
`

/** The ways by which data leaves, and how many things each scope opens on it. */
type Opened = {
  readonly scope: Scope
  readonly operations: readonly Operation[]
  readonly events: readonly EventType[]
  readonly parts: readonly Entity[]
}

function openedBy(scope: Scope): Opened {
  return {
    scope,
    operations: servedOperations.filter(({ access }) => access !== 'public' && access.scope === scope),
    events: EventType.options.filter((type) => readingScope[type] === scope),
    parts: Entity.options.filter((entity) => entityScope[entity] === scope),
  }
}

const code = (text: string) => `\`${text}\``
const countOf = ({ length }: readonly unknown[]) => (length === 0 ? '' : length)

function overview(opened: readonly Opened[]): string {
  const rows = opened.map(({ scope, operations, events, parts }) => {
    const queries = operations.filter(({ kind }) => kind === 'query')
    const commands = operations.filter(({ kind }) => kind === 'command')
    return [code(scope), countOf(queries), countOf(commands), countOf(events), countOf(parts)]
  })
  const head = [
    'scope',
    'reading operations',
    'changing operations',
    'events (history, webhooks)',
    'parts of the export',
  ]
  const table = [head, ['---', '--:', '--:', '--:', '--:'], ...rows]
  return `## Overview\n\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

/** Marks what a scope does not open alone. */
const freshSignIn = ({ access }: Operation) =>
  access !== 'public' && access.freshSignIn ? ', after a [fresh sign-in](accounts.md#what-needs-a-fresh-sign-in)' : ''

function section({ scope, operations, events, parts }: Opened): string {
  const rows = operations.map((operation) => {
    const { http, summary } = operation
    return `| ${code(`${http.method} ${http.path}`)} | ${summary}${freshSignIn(operation)} |`
  })
  const table = rows.length > 0 && ['| operation | what it does |', '|---|---|', ...rows].join('\n')
  const listed = events.length > 0 && `Events: ${events.map(code).join(', ')}`
  const exported = parts.length > 0 && `In the export: ${parts.map(code).join(', ')}`
  return [`## ${scope}`, table, listed, exported].filter(Boolean).join('\n\n').concat('\n')
}

/** Makes the text of docs/site/scopes.md. */
export function scopesPage(): string {
  const opened = Scope.options.map(openedBy)
  return [introduction, overview(opened), ...opened.map(section)].join('\n')
}
