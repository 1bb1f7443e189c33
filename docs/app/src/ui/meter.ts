import { html, type TemplateResult } from 'lit-html'

/** A share as a bar, beside words that say the same: screen readers skip it. */
export function meter(done: number, of: number, tone = ''): TemplateResult {
  const percent = of > 0 ? Math.min(100, Math.round((100 * done) / of)) : 0
  return html`<span class="meter ${tone}" aria-hidden="true"><span style="width:${percent}%"></span></span>`
}
