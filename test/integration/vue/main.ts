import { createApp } from 'vue';
import { people } from '../people.js';
import App from './app.vue';

createApp(App, people()).mount('#app');
