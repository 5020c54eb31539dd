import { createDirectTransport } from '../../src/octoeverywhere/direct-transport.ts';
import { pluginClientCases } from '../support/network/plugin-client-cases.ts';
import { askPlugin } from '../support/network/plugin-requests.ts';

const direct = createDirectTransport();

pluginClientCases((request, call) => askPlugin(request, direct, call));
