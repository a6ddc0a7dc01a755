/** The log of calls. */
export const logWords = {
  calls: 'Calls',
  noCallsYet: 'No calls yet',
  clearCalls: 'Clear',
  clearAllCalls: 'Clear all calls?',
  clearConfirm: 'Clear all',
  keepCalls: 'Keep',
  unseenMissed: 'Missed calls: {count}',
  outgoing: 'Outgoing',
  incoming: 'Incoming',
  missedShort: 'Missed',
  notConnected: 'Not connected',
  elsewhereShort: 'Answered on another device',
} as const;
