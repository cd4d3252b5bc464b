import { main } from './index.js';
await main('pack-packages');
