/** The marks on one person's picture. */
export const personWords = {
  you: 'You',
  videoOf: 'Video of {name}',
  screenOf: 'Screen of {name}',
  yourScreen: 'Your screen',
  micOff: 'Microphone off',
  speaking: 'Speaking',
  speakerLevel: 'Voice level of {name}',
  yourLevel: 'Your voice level',
  qualityUnknown: 'Network quality unknown',
  qualityGood: 'Good network',
  qualityFair: 'Weak network',
  qualityPoor: 'Poor network',
  qualityDown: 'No network',
  people: 'People in the call',
} as const;
