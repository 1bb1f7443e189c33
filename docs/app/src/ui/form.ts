import { CalistheniqUnreachable, isProblem } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { redraw } from '../shell/redraw.js'
import { announce } from './announce.js'
import { type Faults, faultOf, faultsIn } from './faults.js'

/** What is known of a form besides what is typed: whether it is being sent, and why it was refused. */
export type Form = {
  readonly name: string
  isSending(): boolean
  faults(): Faults | null
  /** Handles its submit event. What `send` throws is told at the form, and at the fields that it names. */
  submit(send: (values: FormData) => Promise<void>): (event: SubmitEvent) => void
  /** Does the same for a button that takes no values. */
  press(act: () => Promise<void>): () => void
}

const forms = new Map<string, Form>()

/** The form of this name, which is one and the same for all that ask. */
export function form(name: string): Form {
  const made = forms.get(name) ?? makeForm(name)
  forms.set(name, made)
  return made
}

function makeForm(name: string): Form {
  let isSending = false
  let faults: Faults | null = null

  const attempt = async (act: () => Promise<void>) => {
    if (isSending) return
    isSending = true
    faults = null
    redraw()
    try {
      await act()
    } catch (error) {
      faults = toldOf(error)
      announce([faults.detail, ...Object.values(faults.fields)].join(' '))
      requestAnimationFrame(() => focusFault(name))
    } finally {
      isSending = false
      redraw()
    }
  }

  return {
    name,
    isSending: () => isSending,
    faults: () => faults,
    submit: (send) => (event) => {
      event.preventDefault()
      const values = new FormData(event.currentTarget as HTMLFormElement)
      void attempt(() => send(values))
    },
    press: (act) => () => void attempt(act),
  }
}

function toldOf(error: unknown): Faults {
  if (isProblem(error)) return faultsIn(error)
  if (error instanceof CalistheniqUnreachable) return faultOf('There is no network. Try again when there is.')
  // a browser says so when somebody closes the question for a passkey
  if (error instanceof DOMException) return faultOf('That was not finished. Try again.')
  throw error
}

function focusFault(name: string): void {
  document.querySelector<HTMLElement>(`#${name} [aria-invalid="true"]`)?.focus()
}

/** What is wrong with the form as a whole; what is said at a field is not said twice. */
export function formFault(form: Form): TemplateResult | typeof nothing {
  const faults = form.faults()
  if (faults === null || Object.keys(faults.fields).length > 0) return nothing
  return html`<p class="fault" data-code=${faults.code ?? nothing}>${faults.detail}</p>`
}

/** The button that sends a form. */
export function sendButton(form: Form, label: string): TemplateResult {
  return html`<button class="button main wide" aria-disabled=${form.isSending() ? 'true' : nothing}>${form.isSending() ? 'One moment…' : label}</button>`
}

/** What was typed into a field, without white space around it. */
export function textOf(values: FormData, name: string): string {
  return `${values.get(name) ?? ''}`.trim()
}

/** The number that was typed into a field; null when it was left empty. */
export function numberOf(values: FormData, name: string): number | null {
  const text = textOf(values, name)
  return text === '' ? null : Number(text)
}
