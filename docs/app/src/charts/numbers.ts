const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 2 })

/** A number as it is read: with two decimals at most, and none where it is in the thousands. */
export function numberText(value: number): string {
  return (Math.abs(value) < 1000 ? plain : whole).format(value)
}

/** A number where there is little room: `12.5K`. */
export function shortNumber(value: number): string {
  return compact.format(value)
}

/** A number with its unit, where it has one: `64 kg`. */
export function amountText(value: number, unit: string): string {
  return unit === '' ? numberText(value) : `${numberText(value)} ${unit}`
}
