import { main } from './index.js';
await main('prepare-release');
