import type { Queued } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { sessionIdOf } from '../../../data/fold/session-commands.js'
import { discard, queued, refused, retry, send, waiting } from '../../../data/outbox.js'
import { session } from '../../../data/resources.js'
import type { Page } from '../../../shell/pages.js'
import { announce } from '../../../ui/announce.js'
import { ask } from '../../../ui/ask.js'
import { form, formFault } from '../../../ui/form.js'
import { backToAccount } from '../back.js'
import { names } from './names.js'
import { wordsOf } from './words.js'

const deciding = form('changes')

/** The sessions that the changes are about, each once. */
function sessionsOfChanges() {
  const ids = queued().flatMap((command) => sessionIdOf(command) ?? [])
  return [...new Set(ids)].map(session)
}

/** What waits to be sent, and what the API did not accept. */
export const changes: Page = {
  title: 'Changes',
  get needs() {
    return sessionsOfChanges()
  },
  view: () => html`
    ${backToAccount()} ${queued().length === 0 ? html`<p>Everything is sent.</p>` : nothing}
    ${list('Not accepted', refused(), refusedLine)} ${list('Waiting to be sent', waiting(), waitingLine)}
    ${waiting().length === 0 ? nothing : html`<button class="button wide" @click=${deciding.press(send)}>Send now</button>`}
    ${formFault(deciding)}`,
}

function list(
  title: string,
  commands: readonly Queued[],
  line: (command: Queued) => TemplateResult,
): TemplateResult | typeof nothing {
  if (commands.length === 0) return nothing
  return html`<section class="card"><h2>${title}</h2><ul class="plain lines">${commands.map(line)}</ul></section>`
}

function waitingLine(command: Queued): TemplateResult {
  return html`<li>${wordsOf(command, names)}</li>`
}

function refusedLine(command: Queued): TemplateResult {
  const said = wordsOf(command, names)
  return html`
    <li>
      <p>${said}</p>
      <p class="fault">${command.problem?.detail}</p>
      <div class="row">
        <button class="button" aria-label="Try again: ${said}" @click=${deciding.press(() => tryAgain(command))}>Try again</button>
        <button class="button" aria-label="Drop: ${said}" @click=${deciding.press(() => drop(command, said))}>Drop</button>
      </div>
    </li>`
}

async function tryAgain({ key }: Queued): Promise<void> {
  await retry(key)
  const isRefusedAgain = refused().some((command) => command.key === key)
  announce(isRefusedAgain ? 'It was not accepted again.' : 'It was sent, or waits to be.')
}

async function drop({ key }: Queued, said: string): Promise<void> {
  const answer = await ask('Drop this change?', said, [{ value: 'drop', label: 'Drop it' }])
  if (answer === null) return
  await discard(key)
  announce('It is dropped.')
}
