/** The caution that goes with every ratio of acute to chronic load (Impellizzeri 2020). */
export const ratioNote = 'Information only: the ratio does not predict injury.'
