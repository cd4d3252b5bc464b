import { main } from './index.js';
await main('fetch-source');
