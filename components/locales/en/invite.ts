/** Choosing people for a call. */
export const inviteWords = {
  addPeople: 'Add people',
  addShort: 'Add',
  findPeople: 'Name or user ID',
  suggestions: 'Suggestions',
  chosenPeople: 'Chosen',
  removePerson: 'Remove {name}',
  invite: 'Invite',
  inviteCount: 'Invite {count}',
  chooseSomebody: 'Choose at least one person.',
  alreadyIn: '{name} is in the call already.',
  roomFor: 'There is room for {count} more.',
  callIsFull: 'The call is full.',
  nobodyFound: 'Nobody found. Enter a user ID to add someone else.',
  recentPeople: 'Recent people',
} as const;
