/** How lines differ beside their colour: by their dashes, in CSS pixels, and the shape of their points. */
const dashes: readonly (readonly number[])[] = [[], [8, 4], [2, 4]]
const marks = ['circle', 'square', 'triangle'] as const
export type Mark = (typeof marks)[number]

export type Stroke = { readonly dash: readonly number[]; readonly mark: Mark }

/** The stroke of the line at this place. Lines that share a dash have other marks, up to nine lines. */
export function strokeAt(index: number): Stroke {
  const round = Math.floor(index / dashes.length)
  return { dash: dashes[index % dashes.length] ?? [], mark: marks[(index + round) % marks.length] ?? 'circle' }
}

/** How bars differ beside their colour. */
const textures = ['full', 'striped', 'dotted', 'upright'] as const
export type Texture = (typeof textures)[number]

export function textureAt(index: number): Texture {
  return textures[index % textures.length] ?? 'full'
}
