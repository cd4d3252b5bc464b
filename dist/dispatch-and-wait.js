import { main } from './index.js';
await main('dispatch-and-wait');
