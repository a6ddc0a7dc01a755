import { defineElement } from '../base/define-element.js';
import { TrtcCallNews } from './call-news.js';

defineElement('trtc-call-news', TrtcCallNews);
