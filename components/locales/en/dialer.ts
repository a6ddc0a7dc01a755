/** The dial pad of an idle panel. */
export const dialerWords = {
  whoToCall: 'Who do you want to call?',
  userIdLabel: 'User ID',
  userIdHint: 'One or more user IDs',
  signedInAs: 'Signed in as {name}',
  signingIn: 'Signing in…',
  signedOut: 'Not signed in',
  invalidUserId: 'Use letters, numbers, “-” and “_”, at most 32.',
  cannotCallSelf: 'That’s you. Enter someone else.',
  tooMany: 'At most {count} people at once.',
} as const;
