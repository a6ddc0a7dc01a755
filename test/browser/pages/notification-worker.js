/* A customer's service worker: its one line for calls. */
import '../../../src/page/notification-worker.ts';
