import { html, type TemplateResult } from 'lit-html'

/** The time zone of this device. */
export function timeZoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A choice of all time zones that the browser knows. */
export function timeZoneField(chosen: string): TemplateResult {
  const zones = [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])].sort()
  return html`
    <div class="field">
      <label for="time-zone">Time zone</label>
      <select id="time-zone" name="timeZone" aria-describedby="time-zone-hint">
        ${zones.map((zone) => html`<option value=${zone} ?selected=${zone === chosen}>${zone.replaceAll('_', ' ')}</option>`)}
      </select>
      <span class="quiet small" id="time-zone-hint">It says when your day begins.</span>
    </div>`
}
