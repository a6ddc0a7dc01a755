import { engineContract } from '../../contract/engine-contract.js';
import { TencentWorld } from './im-world.js';

engineContract('tencent, the real SDKs against local stand-ins', () => TencentWorld.open(), { presence: false, pages: false, clockGrain: 2000 });
