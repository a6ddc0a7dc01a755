/** UNOFFICIAL AND LOCAL. The stand-in of the media service in a page of its own, for clients in other browser contexts. */
import { socketHop } from '../../support/trtc-stand-in/hop.js';
import { serveOver } from '../../support/trtc-stand-in/remote-service.js';
import { UnofficialTrtcStandIn } from '../../support/trtc-stand-in/stand-in.js';

declare global {
  interface Window {
    trtcStandIn?: UnofficialTrtcStandIn;
  }
}

const hop = await socketHop(new URLSearchParams(location.search).get('hop') ?? '');
const standIn = new UnofficialTrtcStandIn();
serveOver(hop, standIn);
window.trtcStandIn = standIn;
