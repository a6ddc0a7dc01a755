/** What a panel is made of while there is a call. */
import '../call-controls/call-controls.define.js';
import '../call-news/call-news.define.js';
import '../call-status/call-status.define.js';
import '../call-timer/call-timer.define.js';
import '../floating-tile/floating-tile.define.js';
import '../network-quality/network-quality.define.js';
import '../participant-grid/participant-grid.define.js';
import '../people-list/people-list.define.js';
import '../sharing-bar/sharing-bar.define.js';
import '../speaker-view/speaker-view.define.js';
import '../switch-prompt/switch-prompt.define.js';
import '../trouble-banner/trouble-banner.define.js';
import '../ended-screen/ended-screen.define.js';
import '../person-card/person-card.define.js';
import '../return-screen/return-screen.define.js';
import '../video-view/video-view.define.js';
