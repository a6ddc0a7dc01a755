import { render } from 'solid-js/web';
import { people } from '../people.js';
import { App } from './app.js';

const root = document.querySelector('#app');
if (!root) throw new Error('#app is not there');
render(() => <App {...people()} />, root);
