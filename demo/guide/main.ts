import './guide-page.js';
