import 'trtc-calling-elements/define';
import type {} from 'trtc-calling-elements/react';
import { useState, type ReactNode } from 'react';

/** A phone that can be put away and taken out again while the provider stays. */
export function App({ user, friend }: { readonly user: string; readonly friend: string }): ReactNode {
  const [isShown, setShown] = useState(true);
  const [said, setSaid] = useState('');
  const say = (text: string): void => setSaid((before) => `${before}${text} `);
  return (
    <trtc-calling-provider
      user-id={user}
      transport="relay"
      ontrtc-user-enter={(event) => say(`entered:${event.detail.userId}`)}
      ontrtc-call-end={(event) => say(`ended:${event.detail.reason}`)}
    >
      <trtc-call-button userIds={friend} type="video" />
      {isShown && <trtc-call-panel layout="float" />}
      <button id="switch" type="button" onClick={() => setShown(!isShown)}>Show or hide the panel</button>
      <output>{said}</output>
    </trtc-calling-provider>
  );
}
