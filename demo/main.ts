import '../components/define.js';
import './demo-page.js';
