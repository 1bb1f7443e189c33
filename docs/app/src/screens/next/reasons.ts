import { html, type TemplateResult } from 'lit-html'

/** Explanations of the API, as they come. */
export function reasons(list: readonly { readonly explanation: string }[]): TemplateResult {
  return html`<ul class="reasons">${list.map(({ explanation }) => html`<li>${explanation}</li>`)}</ul>`
}
