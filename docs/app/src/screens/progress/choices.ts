import { html, type TemplateResult } from 'lit-html'
import { redraw } from '../../shell/redraw.js'

export type Choice = { readonly name: string; readonly label: string }

/** Asks for one of several; it is drawn anew once something was chosen. */
export function choices(
  question: string,
  options: readonly Choice[],
  chosen: string,
  choose: (name: string) => void,
): TemplateResult {
  const take = (name: string) => {
    choose(name)
    redraw()
  }
  return html`
    <fieldset>
      <legend>${question}</legend>
      <div class="choices">
        ${options.map(
          ({ name, label }) => html`
            <label><input type="radio" name=${question} .checked=${name === chosen} @change=${() => take(name)}>${label}</label>`,
        )}
      </div>
    </fieldset>`
}
