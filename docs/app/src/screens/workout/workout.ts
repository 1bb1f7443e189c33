import { html } from 'lit-html'
import type { Screen } from '../../shell/screen.js'

export const workout: Screen = {
  title: () => 'workout',
  needs: () => [],
  view: () => html`<p>workout</p>`,
}
