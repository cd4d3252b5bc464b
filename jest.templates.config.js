import base from './jest.config.js';

/** The templates' own steps against real registries and real git: minutes, not seconds, so a command of their own. */
export default {
  ...base,
  roots: ['<rootDir>/__tests__/templates'],
  testPathIgnorePatterns: ['/node_modules/'],
};
