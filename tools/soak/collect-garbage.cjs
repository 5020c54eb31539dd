// Loaded into the main process by NODE_OPTIONS: SIGUSR2 makes it collect its garbage, so that what is left is in use.
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

process.on('SIGUSR2', () => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
});
