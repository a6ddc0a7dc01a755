import { idle } from '../moments.js';
import type { ElementState } from '../state.js';

const FACE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#7aa7f0"/><circle cx="40" cy="34" r="15" fill="#fff"/><ellipse cx="40" cy="78" rx="28" ry="26" fill="#fff"/></svg>')}`;

export default [
  { name: 'initials', parts: idle, attributes: { 'user-id': 'bob' } },
  { name: 'two-words', parts: idle, attributes: { 'user-id': 'erin' } },
  { name: 'chinese', parts: { profiles: { li: '李雷' } }, attributes: { 'user-id': 'li' } },
  { name: 'unknown', parts: idle, attributes: { 'user-id': 'somebody-else' } },
  { name: 'picture', parts: idle, attributes: { 'user-id': 'bob', src: FACE } },
  { name: 'broken-picture', parts: idle, attributes: { 'user-id': 'bob', src: 'data:image/png;base64,AAAA' } },
  { name: 'own', parts: idle, attributes: { local: true } },
] satisfies readonly ElementState[];
