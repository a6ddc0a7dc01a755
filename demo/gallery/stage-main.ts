import '../../components/define.js';
import './stage.js';
