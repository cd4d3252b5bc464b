import { main } from './index.js';
await main('sync-python-version');
