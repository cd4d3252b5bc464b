import { main } from './index.js';
await main('finish-event');
