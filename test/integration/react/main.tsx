import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { people } from '../people.js';
import { App } from './app.js';

const root = document.querySelector('#app');
if (!root) throw new Error('#app is not there');
createRoot(root).render(<StrictMode><App {...people()} /></StrictMode>);
