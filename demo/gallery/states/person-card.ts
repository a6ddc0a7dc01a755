import { html } from 'lit';
import { dialling, idle } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'one', parts: idle, attributes: { 'user-ids': 'bob' } },
  { name: 'ringing', parts: dialling(1), attributes: { 'user-ids': 'bob', ringing: true } },
  { name: 'two', parts: idle, attributes: { 'user-ids': 'bob carol' } },
  { name: 'many', parts: idle, attributes: { 'user-ids': 'bob carol dave erin frank' } },
  { name: 'own-line', parts: idle, attributes: { 'user-ids': 'bob' }, content: () => html`Support, second floor` },
] satisfies readonly ElementState[];
