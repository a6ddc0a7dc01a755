import 'trtc-calling-elements/define';
import { people } from '../people.js';

const { user, friend } = people();
const find = <K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] => {
  const found = document.querySelector(name);
  if (!found) throw new Error(`${name} is not there`);
  return found;
};

const provider = find('trtc-calling-provider');
const panel = find('trtc-call-panel');
const said = find('output');
provider.addEventListener('trtc-user-enter', ({ detail }) => { said.textContent += `entered:${detail.userId} `; });
provider.addEventListener('trtc-call-end', ({ detail }) => { said.textContent += `ended:${detail.reason} `; });
find('trtc-call-button').userIds = friend;
provider.userId = user;
// To another parent, as frameworks do with portals.
document.querySelector('#switch')?.addEventListener('click', () => {
  document.querySelector(panel.parentElement?.id === 'here' ? '#there' : '#here')?.append(panel);
});
