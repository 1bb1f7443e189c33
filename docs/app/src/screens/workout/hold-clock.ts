import { html, type TemplateResult } from 'lit-html'

/** A clock for a hold: it counts up into the field beside it. */
export function holdClock(): TemplateResult {
  return html`<button type="button" class="button" @click=${toggle}>Start clock</button>`
}

const running = new WeakMap<HTMLElement, ReturnType<typeof setInterval>>()

function toggle({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement
  const input = button.parentElement?.querySelector('input')
  const clock = running.get(button)
  if (clock !== undefined) {
    clearInterval(clock)
    running.delete(button)
    button.textContent = 'Start clock'
  } else if (input) {
    const began = performance.now()
    input.value = '0'
    button.textContent = 'Stop clock'
    const count = () => {
      if (button.isConnected) input.value = `${Math.floor((performance.now() - began) / 1000)}`
      else clearInterval(running.get(button))
    }
    running.set(button, setInterval(count, 200))
  }
}
