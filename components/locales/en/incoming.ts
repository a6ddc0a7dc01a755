/** The card of an incoming call. */
export const incomingWords = {
  minimise: 'Minimise',
  showCall: 'Show incoming call from {name}',
  yourPreview: 'Your camera preview',
} as const;
