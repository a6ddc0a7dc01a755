/** Registers every element, the provider first, so that no child is upgraded before it. */
import './calling-provider/calling-provider.define.js';
import './avatar/avatar.define.js';
import './call-button/call-button.define.js';
import './call-controls/call-controls.define.js';
import './call-panel/call-panel.define.js';
import './call-status/call-status.define.js';
import './call-timer/call-timer.define.js';
import './incoming-dialog/incoming-dialog.define.js';
import './dial-pad/dial-pad.define.js';
import './ended-screen/ended-screen.define.js';
import './fullscreen-button/fullscreen-button.define.js';
import './more-button/more-button.define.js';
import './pip-button/pip-button.define.js';
import './network-quality/network-quality.define.js';
import './participant-grid/participant-grid.define.js';
import './person-card/person-card.define.js';
import './return-screen/return-screen.define.js';
import './trouble-banner/trouble-banner.define.js';
import './floating-tile/floating-tile.define.js';
import './video-view/video-view.define.js';
import './volume-meter/volume-meter.define.js';

// What nobody sees in a call's first moments comes after everything else.
void import('./sharing-bar/sharing-bar.define.js');
