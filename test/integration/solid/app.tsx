import 'trtc-calling-elements/define';
import type {} from 'trtc-calling-elements/solid';
import { createSignal, Show, type JSX } from 'solid-js';

/** A phone that can be put away and taken out again while the provider stays. */
export function App(props: { readonly user: string; readonly friend: string }): JSX.Element {
  const [isShown, setShown] = createSignal(true);
  const [said, setSaid] = createSignal('');
  const say = (text: string): string => setSaid((before) => `${before}${text} `);
  return (
    <trtc-calling-provider
      user-id={props.user}
      transport="relay"
      on:trtc-user-enter={(event) => say(`entered:${event.detail.userId}`)}
      on:trtc-call-end={(event) => say(`ended:${event.detail.reason}`)}
    >
      <trtc-call-button prop:userIds={props.friend} type="video" />
      <Show when={isShown()}><trtc-call-panel layout="float" /></Show>
      <button id="switch" type="button" onClick={() => setShown(!isShown())}>Show or hide the panel</button>
      <output>{said()}</output>
    </trtc-calling-provider>
  );
}
