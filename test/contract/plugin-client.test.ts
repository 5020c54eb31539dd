import { createDirectFetch } from '../../src/octoeverywhere/direct-fetch.ts';
import { pluginClientCases } from './plugin-client-cases.ts';
import { askPlugin } from './plugin-requests.ts';

const direct = createDirectFetch();

pluginClientCases((request, question) => askPlugin(request, direct, question));
