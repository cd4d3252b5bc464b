import { main } from './index.js';
await main('trigger-hub');
