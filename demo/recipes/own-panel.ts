import '../../components/define.js';

/** The built site, which has no relay, says so in its head. */
const usual = document.querySelector<HTMLMetaElement>('meta[name="trtc-transport"]')?.content;
if (usual) document.querySelector('trtc-calling-provider')?.setAttribute('transport', usual);

/** `?user=bob` makes the page Bob's, who calls Alice. */
if (new URLSearchParams(location.search).get('user') === 'bob') {
  document.querySelector('trtc-calling-provider')?.setAttribute('user-id', 'bob');
  document.querySelector('trtc-call-button')?.setAttribute('user-ids', 'alice');
}
