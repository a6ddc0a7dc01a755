import './recipes-page.js';
