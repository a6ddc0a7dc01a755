/** UNOFFICIAL AND LOCAL. What a test can ask the stand-in to do, by name over the control socket. */

/**
 * @typedef {import('./realm.js').Realm} Realm
 * @type {Readonly<Record<string, (realm: Realm, ...args: any[]) => unknown>>}
 */
export const CONTROLS = {
  /** Ends the sessions of a user as the service does. */
  kick: (realm, /** @type {string} */ userId, /** @type {'multipleAccount' | 'multipleDevice' | 'REST_API_Kick'} */ type) => realm.kick(userId, type),

  /** From now on a second login of a user kicks the first. */
  oneDevice: (realm, /** @type {boolean} */ on) => void (realm.oneDevice = on),

  /** Cuts the sockets of a user, or of everybody for ''. */
  dropSockets: (realm, /** @type {string} */ userId) => {
    for (const session of [...realm.sessions]) if (userId === '' || session.userId === userId) session.end('terminate');
  },

  /** Answers the next attempts to connect with an HTTP error, until told otherwise. */
  refuseConnections: (realm, /** @type {boolean} */ on) => void (realm.refusesConnections = on),

  /** Frames from and to the user vanish while the socket stays open. */
  unhear: (realm, /** @type {string} */ userId, /** @type {boolean} */ on) => void (on ? realm.unheard.add(userId) : realm.unheard.delete(userId)),

  addFault: (realm, /** @type {import('./faults.js').Fault} */ fault) => realm.faults.add(fault),
  clearFaults: (realm) => realm.faults.clear(),

  /** These users do not exist: a message to them is refused with 20003. */
  unknownUsers: (realm, /** @type {string[]} */ userIds) => void (realm.unknownUsers = new Set(userIds)),

  group: (realm, /** @type {string} */ groupId, /** @type {string[]} */ members) => void realm.groups.set(groupId, members),

  /** A custom message from anybody to anybody, with any text. */
  say: (realm, /** @type {string} */ from, /** @type {string} */ to, /** @type {string} */ text) =>
    realm.deliver(to, realm.stamp({ From_Account: from, To_Account: to, MsgBody: [{ MsgType: 'TIMCustomElem', MsgContent: { Data: text, Desc: '', Ext: '' } }] })),

  /** What came in so far: of one command, or all of it for ''. */
  log: (realm, /** @type {string} */ command) => realm.log.filter((entry) => command === '' || entry.command === command),

  /** How many devices of the user are connected. */
  devices: (realm, /** @type {string} */ userId) => realm.devicesOf(userId).length,

  /** How often a client wanted to connect, refused or not. */
  attempts: (realm) => realm.attempts,

  /** How many sockets of clients are open. */
  sockets: (realm) => realm.sessions.size,
};
