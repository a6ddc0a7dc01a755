/** Registers the elements that a page hardly shows before there is a call. */
import './avatar/avatar.define.js';
import './call-controls/call-controls.define.js';
import './call-status/call-status.define.js';
import './call-timer/call-timer.define.js';
import './dial-pad/dial-pad.define.js';
import './ended-screen/ended-screen.define.js';
import './network-quality/network-quality.define.js';
import './participant-grid/participant-grid.define.js';
import './person-card/person-card.define.js';
import './return-screen/return-screen.define.js';
import './trouble-banner/trouble-banner.define.js';
import './floating-tile/floating-tile.define.js';
import './speaker-view/speaker-view.define.js';
import './video-view/video-view.define.js';
import './volume-meter/volume-meter.define.js';
import './sharing-bar/sharing-bar.define.js';
import './fullscreen-button/fullscreen-button.define.js';
import './more-button/more-button.define.js';
import './pip-button/pip-button.define.js';
import './call-log/call-log.define.js';
import './call-news/call-news.define.js';
import './invite-button/invite-button.define.js';
import './invite-picker/invite-picker.define.js';
import './people-list/people-list.define.js';
import './recent-people/recent-people.define.js';
import './reply-button/reply-button.define.js';
import './switch-prompt/switch-prompt.define.js';
import './switch-type-button/switch-type-button.define.js';
import './call-card/call-card.define.js';
import './floating-card/floating-card.define.js';
import './minimise-button/minimise-button.define.js';
import './settings-button/settings-button.define.js';

// Nobody needs them before a press, unless the page has them by itself.
import('./settings-dialog/settings-dialog.define.js').catch((thrown: unknown) => reportError(thrown));
