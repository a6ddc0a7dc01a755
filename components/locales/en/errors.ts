/** Sentences for people, for the codes of failed commands. */
export const errorWords = {
  errorGeneric: 'That did not work. Try again.',
  errorNotSignedIn: 'Sign in first.',
  errorBusy: 'You’re in a call already.',
  errorSelf: 'You can’t call yourself.',
  errorFull: 'The call is full.',
  errorInvited: 'Already in the call.',
  errorNetwork: 'Can’t reach the call service. Check your network.',
  errorTimedOut: 'That took too long. Try again.',
  errorUserId: 'That user ID isn’t valid.',
  errorLogin: 'Sign-in was refused.',
  errorKicked: 'You signed in on another device.',
  errorUnreachable: 'They could not be reached. Try again.',
  errorEngine: 'Calls are not available right now.',
} as const;
