/** What a page needs for a call, as it is to be copied. */
export const DROP_IN = `<script type="module"
  src="trtc-calling-elements.js"></script>

<trtc-calling-provider user-id="alice">
  <trtc-call-button user-ids="bob"></trtc-call-button>
  <trtc-call-panel></trtc-call-panel>
</trtc-calling-provider>`;
