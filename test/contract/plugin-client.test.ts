import { createDirectFetch } from '../../src/octoeverywhere/direct-fetch.ts';
import { pluginClientCases } from '../support/network/plugin-client-cases.ts';
import { askPlugin } from '../support/network/plugin-requests.ts';

const direct = createDirectFetch();

pluginClientCases((request, question) => askPlugin(request, direct, question));
