/**
 * UNOFFICIAL AND LOCAL. What the stand-in does for each command, derived from what the SDK sends and reads. Passing against
 * it proves nothing about Tencent's cloud.
 */
import { Refusal, isRecord } from './frames.js';

/**
 * @typedef {import('./realm.js').Realm} Realm
 * @typedef {import('./realm.js').Session} Session
 * @typedef {import('./frames.js').Request} Request
 * @typedef {{ realm: Realm, session: Session, request: Request }} Context
 * @typedef {(context: Context) => Record<string, unknown>} Command
 */

const NICK = 'Tag_Profile_IM_Nick';
const IMAGE = 'Tag_Profile_IM_Image';
const seconds = () => Math.floor(Date.now() / 1000);

/** Signatures that are refused; every other one is good. */
export const BAD_SIGNATURES = /** @type {const} */ ({ 'sig-expired': 70001, 'sig-damaged': 70003, 'sig-of-another': 70013 });

/** Logs in, and again on each new socket. Both keys are needed; the time stamp sets the client's clock. @type {Command} */
const login = ({ realm, session, request: { head } }) => {
  const { identifier = session.userId, usersig = '' } = head;
  const code = Object.entries(BAD_SIGNATURES).find(([signature]) => signature === usersig)?.[1];
  if (code) throw new Refusal(code, 'bad signature');
  if (realm.oneDevice) realm.kick(identifier, 'multipleAccount');
  const a2 = realm.login(session, identifier);
  return { A2Key: a2, TinyId: `tiny-${identifier}`, HelloInterval: 120, InstId: session.id, TimeStamp: seconds(), CustomStatus: '' };
};

/** @type {Command} */
const logout = ({ realm, session }) => {
  realm.logout(session);
  return {};
};

/** A sign of life; 1002 would be a kick. @type {Command} */
const hello = () => ({});

/**
 * The list of conversations. Without `CompleteFlag` the client asks again and again, and it forgets missed messages of
 * conversations that are not in the list. @type {Command}
 */
const conversations = ({ realm, session }) => ({
  CompleteFlag: 1, TimeStamp: seconds(), StartIndex: 0, TopTimeStamp: seconds(), TopStartIndex: 0,
  SessionItem: realm.peersOf(session.userId).map((peer) => {
    const last = realm.between(session.userId, peer).at(-1);
    return { Type: 1, To_Account: peer, MsgTime: last?.MsgTimeStamp, LastMsg: { MsgBody: last?.MsgBody }, LastC2CMsgFromAccount: last?.From_Account };
  }),
});

/** What came while the user was away, once. Without a cookie the client does not look at it. @type {Command} */
const missedMessages = ({ realm, session }) => ({ Cookie: 'cookie', SyncFlag: 2, MsgList: realm.takeMissed(session.userId) });

/** The end of one conversation, the latest last: the client takes the order as it is. @type {Command} */
const history = ({ realm, session, request: { body } }) => {
  const all = realm.between(session.userId, String(body['Peer_Account']));
  return { MsgList: all.slice(-Number(body['MaxCnt'])), Complete: 1, LastMsgTime: 0, LastMsgKey: '' };
};

/** A message to one person, and as a copy to the sender's other devices. @type {Command} */
const sendMessage = ({ realm, session, request: { body } }) => {
  const to = String(body['To_Account']);
  if (realm.unknownUsers.has(to)) throw new Refusal(20003);
  const message = realm.stamp({ ...body, From_Account: session.userId, To_Account: to });
  realm.deliver(to, message);
  // A copy comes with sender and receiver exchanged; the client puts them back.
  realm.deliver(session.userId, { ...message, From_Account: to, To_Account: session.userId, IsSyncMsg: 1 }, session);
  return { MsgTime: message.MsgTimeStamp, MsgKey: `${message.MsgSeq}_${message.MsgRandom}_${message.MsgTimeStamp}` };
};

/** A message to everybody in a group. @type {Command} */
const sendToGroup = ({ realm, session, request: { body } }) => {
  const groupId = String(body['GroupId']);
  const members = realm.groups.get(groupId);
  if (!members) throw new Refusal(10010);
  if (!members.includes(session.userId)) throw new Refusal(10007);
  const message = realm.stamp({ ...body, From_Account: session.userId, ToGroupId: groupId, OnlineOnlyFlag: 0, GroupInfo: groupInfo(groupId), MsgSeq: realm.nextInGroup(groupId) });
  for (const member of members) realm.deliver(member, message, session);
  return { MsgTime: message.MsgTimeStamp, MsgSeq: message.MsgSeq };
};

/** @param {string} GroupId */
const groupInfo = (GroupId) => ({ GroupId, GroupName: GroupId, GroupType: 'Private', Type: 'Private', Name: GroupId });

const membership = () => ({ NextMsgSeq: 1, SelfInfo: { Role: 'Member', JoinTime: seconds(), MsgFlag: 'AcceptAndNotify', MsgSeq: 0 } });

/** The groups of the user: the client puts messages of others aside. @type {Command} */
const joinedGroups = ({ realm, session }) => {
  const mine = [...realm.groups].filter(([, members]) => members.includes(session.userId)).map(([groupId]) => groupId);
  return { TotalCount: mine.length, GroupIdList: mine.map((groupId) => Object.assign(groupInfo(groupId), membership())) };
};

/** One group, of which a message came before the list above. @type {Command} */
const groupOfSelf = ({ request: { body } }) => {
  const asked = Array.isArray(body['GroupIdList']) ? body['GroupIdList'].map((one) => String(isRecord(one) ? one['GroupId'] : one)) : [];
  return { GroupInfo: asked.map((groupId) => Object.assign(groupInfo(groupId), membership(), { ErrorCode: 0 })) };
};

/** Names and pictures. @type {Command} */
const getProfiles = ({ realm, session, request: { body } }) => {
  const asked = Array.isArray(body['UserItem']) ? body['UserItem'].filter(isRecord).map(({ To_Account }) => String(To_Account)) : [session.userId];
  return {
    UserProfileItem: asked.map((userId) => ({
      To_Account: userId,
      ProfileItem: Object.entries(realm.profiles.get(userId) ?? {}).map(([Tag, Value]) => ({ Tag, Value })),
    })),
  };
};

/** @type {Command} */
const setProfile = ({ realm, session, request: { body } }) => {
  const items = Array.isArray(body['ProfileItem']) ? body['ProfileItem'].filter(isRecord) : [];
  const known = items.filter(({ Tag }) => Tag === NICK || Tag === IMAGE);
  realm.profiles.set(session.userId, { ...realm.profiles.get(session.userId), ...Object.fromEntries(known.map(({ Tag, Value }) => [String(Tag), String(Value)])) });
  return {};
};

/** By "service.command"; what is not here is answered with a plain success. @type {Readonly<Record<string, Command>>} */
export const COMMANDS = {
  'im_open_status.wslogin': login,
  'im_open_status.wslogout': logout,
  'im_open_status.wshello': hello,
  'recentcontact.page_get': conversations,
  'openim.getmsg': missedMessages,
  'openim.getroammsg': history,
  'openim.sendmsg': sendMessage,
  'group_open_http_svc.send_group_msg': sendToGroup,
  'group_open_http_svc.get_joined_group_list': joinedGroups,
  'group_open_http_svc.get_group_self_member_info': groupOfSelf,
  'profile.portrait_get_all': getProfiles,
  'profile.portrait_set': setProfile,
  'openim.get_peer_read_time': () => ({ ReadTime: [] }),
};
