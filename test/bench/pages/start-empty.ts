import { markLaidOut } from './laid-out.js';

markLaidOut(document.body);
