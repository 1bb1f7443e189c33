import { html, type TemplateResult } from 'lit-html'
import type { Resource } from '../data/resource.js'

/**
 * Shows an answer, or why there is none yet. What the device keeps is shown at once; the line about
 * the network is above all screens.
 */
export function known<Value>(resource: Resource<Value>, view: (value: Value) => TemplateResult): TemplateResult {
  const value = resource.value()
  if (value !== undefined) return view(value)
  const fault = resource.fault()
  if (fault === null) return html`<p class="quiet" aria-busy="true">Loading…</p>`
  return html`
    <div class="card" role="alert">
      <p>${fault.isUnreachable ? 'This has not been on this device yet, and there is no network.' : fault.detail}</p>
      <button class="button" @click=${() => void resource.refresh()}>Try again</button>
    </div>`
}
