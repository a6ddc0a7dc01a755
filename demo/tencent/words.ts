import type { Language } from '../preferences.js';

const en = {
  title: 'trtc-calling-elements · Tencent Cloud',
  headline: 'Calls over Tencent Cloud',
  lead: 'Log in with a user of your own TRTC application, then call another one. Anybody on a TRTCCalling client can answer.',
  account: 'Account',
  appId: 'SDKAppID',
  userId: 'User ID',
  userSig: 'userSig',
  sigHint: 'Signed by your server for this user. It stays in this page’s memory until login: no address, no storage, no log.',
  signHere: 'Sign here and log in',
  logIn: 'Log in',
  logOut: 'Log out',
  loggingIn: 'Logging in…',
  loggedIn: 'Logged in as {user}',
  loggedOut: 'Not logged in',
  reconnecting: 'Connection lost, trying again…',
  badAppId: 'The SDKAppID is a whole number from the console.',
  badUserId: 'A user ID has 1 to 32 letters, digits, “-” or “_”.',
  noSig: 'The userSig is missing.',
  code: 'Code {code}',
  callSomebody: 'Call somebody',
  callee: 'User ID to call',
  calleeHint: 'Whoever you call must have logged in once, or the service does not know them.',
  selfCheck: 'Check step by step whether calls work here',
  fixSignature: 'Sign a new userSig for exactly this SDKAppID and user ID, with this application’s secret key.',
  fixAccount: 'Look at the application in the console: does it exist, is its package active, is the user known?',
  fixNetwork: 'Check the network, and that no firewall or Content Security Policy holds back the services.',
  fixDevice: 'Allow the device in the address bar, connect it, and close other programs that use it.',
  fixKicked: 'The session was ended from outside. Log in again to come back.',
  fixOther: 'Try again. If it stays, look at the event log below.',
} as const;

export type TencentWord = keyof typeof en;

const zhCN: Readonly<Record<TencentWord, string>> = {
  title: 'trtc-calling-elements · 腾讯云',
  headline: '通过腾讯云通话',
  lead: '用您自己的 TRTC 应用中的用户登录，再呼叫另一位用户。任何 TRTCCalling 客户端都能接听。',
  account: '账号',
  appId: 'SDKAppID',
  userId: '用户 ID',
  userSig: 'userSig',
  sigHint: '由您的服务器为该用户签发。登录前只在本页内存中：不进地址栏，不存储，不写日志。',
  signHere: '在此签发并登录',
  logIn: '登录',
  logOut: '退出登录',
  loggingIn: '正在登录…',
  loggedIn: '已登录：{user}',
  loggedOut: '未登录',
  reconnecting: '连接已断开，正在重试…',
  badAppId: 'SDKAppID 是控制台中的整数。',
  badUserId: '用户 ID 为 1 到 32 个字母、数字、“-”或“_”。',
  noSig: '缺少 userSig。',
  code: '错误码 {code}',
  callSomebody: '呼叫',
  callee: '要呼叫的用户 ID',
  calleeHint: '对方必须至少登录过一次，否则服务不认识该用户。',
  selfCheck: '逐步检查这里能否正常通话',
  fixSignature: '请用该应用的密钥，为此 SDKAppID 和用户 ID 重新签发 userSig。',
  fixAccount: '请在控制台查看应用：是否存在、套餐是否有效、用户是否已导入。',
  fixNetwork: '请检查网络，以及防火墙或内容安全策略是否拦截了服务。',
  fixDevice: '请在地址栏中允许使用设备，连接设备，并关闭占用它的其他程序。',
  fixKicked: '会话已被结束。请重新登录。',
  fixOther: '请重试。若仍失败，请查看下方的事件日志。',
};

const LANGUAGES = { en, 'zh-CN': zhCN } as const satisfies Record<Language, Readonly<Record<TencentWord, string>>>;

export const tencentSay = (language: Language) => (word: TencentWord, values: Readonly<Record<string, string | number>> = {}): string =>
  LANGUAGES[language][word].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

const within = (code: number, first: number, last: number): boolean => code >= first && code <= last;

/** What to do about a code of ERRORS or of Tencent IM. */
export function remedyFor(code: number): TencentWord {
  if (within(code, 70_001, 70_016) || [61_012, 70_052, 3004].includes(code)) return 'fixSignature';
  if ([20_003, 60_020, 70_020, 70_107, 70_398].includes(code)) return 'fixAccount';
  if ([2800, 2801, 2805, 61_008, 61_009, 61_016, 61_017, 61_021, 70_169, 0x4004, 0x404c].includes(code)) return 'fixNetwork';
  if ([60_003, 60_004, 60_005, 61_013, 61_014].includes(code)) return 'fixDevice';
  return code === 61_011 ? 'fixKicked' : 'fixOther';
}
