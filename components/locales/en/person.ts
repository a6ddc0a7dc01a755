/** The marks on one person's picture. */
export const personWords = {
  you: 'You',
  videoOf: 'Video of {name}',
  screenOf: 'Screen of {name}',
  yourScreen: 'Your screen',
  micOff: 'Microphone off',
  mutedHere: 'Muted for you',
  speakerLevel: 'Voice level of {name}',
  yourLevel: 'Your voice level',
  qualityGood: 'Good network',
  qualityFair: 'Weak network',
  qualityPoor: 'Poor network',
  qualityDown: 'No network',
  people: 'People in the call',
  selfTile: 'Your picture',
  otherTile: 'Picture of {name}',
  moveTile: 'Drag to a corner, double-click to swap',
} as const;
