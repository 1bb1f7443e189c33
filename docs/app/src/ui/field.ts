import { html, nothing, type TemplateResult } from 'lit-html'
import type { Form } from './form.js'

type Field = {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password' | 'number'
  readonly value?: string | number | null | undefined
  readonly hint?: string
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'decimal'
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly isOptional?: boolean
  readonly isDisabled?: boolean
}

/** An input with its label, a hint, and what the API says is wrong with it. */
export function field(form: Form, { name, label, hint, value, isOptional, ...input }: Field): TemplateResult {
  const id = `${form.name}-${name}`
  const fault = form.faults()?.fields[name]
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id} name=${name} type=${input.type ?? 'text'} value=${value ?? nothing} ?required=${!isOptional}
        ?disabled=${input.isDisabled} autocomplete=${input.autocomplete ?? 'off'} inputmode=${input.inputmode ?? nothing}
        min=${input.min ?? nothing} max=${input.max ?? nothing} step=${input.step ?? nothing}
        aria-invalid=${fault ? 'true' : nothing} aria-describedby=${described || nothing}
      >
      ${hint ? html`<span class="quiet small" id="${id}-hint">${hint}</span>` : nothing}
      ${fault ? html`<span class="fault" id="${id}-fault">${fault}</span>` : nothing}
    </div>`
}
