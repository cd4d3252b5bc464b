import { main } from './index.js';
await main('register-service');
