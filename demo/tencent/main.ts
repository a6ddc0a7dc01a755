import '../../components/define.js';
import './tencent-page.js';
