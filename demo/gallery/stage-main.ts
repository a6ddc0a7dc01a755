import '../../components/define.js';
import '../../components/define-parts.js';
import './stage.js';
