import { main } from './index.js';
await main('version-packages');
