/** Says how long something works, in whole minutes or hours. */
export function within(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const [count, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.floor(minutes / 60), 'hour']
  return `for ${count} ${unit}${count === 1 ? '' : 's'}`
}
