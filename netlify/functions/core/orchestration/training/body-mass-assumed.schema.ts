import * as z from 'zod'

/** Stands beside numbers in kilograms that rest on the athlete's body mass. */
export const bodyMassAssumed = z.boolean().meta({
  description: 'The athlete has never given a body mass: 70 kg stand in for it in what rests on it',
  example: false,
})
