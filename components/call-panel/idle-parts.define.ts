/** What a panel with a dial pad shows while there is no call. */
import '../dial-pad/dial-pad.define.js';
import '../trouble-banner/trouble-banner.define.js';
