/** The card of an incoming call. */
export const incomingWords = {
  minimise: 'Minimise',
  hearRing: 'Turn on sound',
  showCall: 'Show incoming call from {name}',
  yourPreview: 'Your camera preview',
} as const;
