import '../../components/define.js';

/** `?user=bob` makes the page Bob's, who calls Alice. */
if (new URLSearchParams(location.search).get('user') === 'bob') {
  document.querySelector('trtc-calling-provider')?.setAttribute('user-id', 'bob');
  document.querySelector('trtc-call-button')?.setAttribute('user-ids', 'alice');
}
