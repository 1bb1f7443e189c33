import { html } from 'lit-html'
import type { Screen } from '../../shell/screen.js'

export const signIn: Screen = {
  title: () => 'sign-in',
  needs: () => [],
  view: () => html`<p>sign-in</p>`,
}
