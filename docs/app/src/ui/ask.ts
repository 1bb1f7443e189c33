import { html, render } from 'lit-html'

/** One answer to a question, and how its button looks. */
export type Choice<Value extends string> = { readonly value: Value; readonly label: string; readonly isMain?: boolean }

/** Asks a question above everything else; null when it is closed without an answer. */
export function ask<Value extends string>(
  question: string,
  text: string,
  choices: readonly Choice<Value>[],
): Promise<Value | null> {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-labelledby', 'question')
  const button = ({ value, label, isMain }: Choice<Value>) =>
    html`<button class="button wide ${isMain ? 'main' : ''}" value=${value}>${label}</button>`
  render(
    html`
      <h2 id="question">${question}</h2>
      <p>${text}</p>
      <form class="answers" method="dialog">${choices.map(button)}<button class="button wide" value="">Cancel</button></form>`,
    dialog,
  )
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      // only the values of the choices are those of buttons
      resolve(dialog.returnValue === '' ? null : (dialog.returnValue as Value))
    })
  })
}
