import { mount } from 'svelte';
import { people } from '../people.js';
import App from './App.svelte';

const target = document.querySelector('#app');
if (!target) throw new Error('#app is not there');
mount(App, { target, props: people() });
