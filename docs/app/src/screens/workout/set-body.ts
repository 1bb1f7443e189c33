import type { LogSet, Metric, PainSite, SetKind, Side } from '@calistheniq/client'

/** What the form of a set holds, as the browser reads it. */
export type SetForm = Pick<FormData, 'get'>

/**
 * Makes what is logged of what was typed. Fields that were left alone are left out.
 *
 * @param completedAt when the set ended: now, as an instant.
 */
export function setBody(
  form: SetForm,
  { metric, setNumber, completedAt }: { metric: Metric; setNumber: number; completedAt: string },
): LogSet {
  const amount = Number(form.get('amount'))
  const pain = number(form, 'pain')
  return {
    ...(metric === 'reps' ? { reps: amount } : { duration: amount }),
    setNumber,
    completedAt,
    ...given('rpe', number(form, 'rpe')),
    ...given('kind', text(form, 'kind') as SetKind | null),
    ...given('side', text(form, 'side') as Side | null),
    ...given('weightKg', number(form, 'weightKg')),
    ...given('pain', pain),
    ...given('painSite', pain === null ? null : (text(form, 'painSite') as PainSite | null)),
    ...given('notes', text(form, 'notes')),
  } as LogSet
}

function text(form: SetForm, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function number(form: SetForm, name: string): number | null {
  const value = text(form, name)?.replace(',', '.')
  return value === undefined || Number.isNaN(Number(value)) ? null : Number(value)
}

function given<Name extends string, Value>(name: Name, value: Value | null): { [Key in Name]?: Value } {
  return value === null ? {} : ({ [name]: value } as { [Key in Name]: Value })
}
