import '../../components/define.js';
import './self-check-page.js';
