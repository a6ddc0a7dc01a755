/** What the card of an incoming call is made of. */
import '../accept-button/accept-button.define.js';
import '../avatar/avatar.define.js';
import '../call-controls/call-controls.define.js';
import '../reject-button/reject-button.define.js';
import '../video-view/video-view.define.js';
