import './integrations-page.js';
