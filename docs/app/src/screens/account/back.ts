import { html, type TemplateResult } from 'lit-html'
import { linkTo } from '../../shell/route.js'
import { icon } from '../../ui/icon.js'

/** The way back from a page of the account. */
export function backToAccount(): TemplateResult {
  return back('You', linkTo('account'))
}

/** The way back from a page of signing in. */
export function backToSecurity(): TemplateResult {
  return back('Signing in', linkTo('account', 'security'))
}

function back(label: string, address: string): TemplateResult {
  return html`<p><a class="back" href=${address}>${icon('back')}${label}</a></p>`
}
