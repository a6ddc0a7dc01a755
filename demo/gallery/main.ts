import './gallery-page.js';
