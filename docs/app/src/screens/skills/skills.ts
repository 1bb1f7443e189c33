import { html } from 'lit-html'
import type { Screen } from '../../shell/screen.js'

export const skills: Screen = {
  title: () => 'skills',
  needs: () => [],
  view: () => html`<p>skills</p>`,
}
