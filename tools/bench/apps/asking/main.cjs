const { Agent, request } = require('node:http');
const { join } = require('node:path');
const { app, nativeImage, Tray } = require('electron');

/*
 * The least that asking costs: a bare tray app that sends the same request to the same service, over Node's http with
 * connections kept alive, and does nothing with the answer.
 */

const agent = new Agent({ keepAlive: true });
const address = new URL('/api/appconnection/info', process.env['OCTOGLANCE_ORIGIN']);
const kept = [];

function ask() {
  const headers = { AppToken: process.env['OCTOGLANCE_BENCH_TOKEN'] };
  const sent = request(address, { agent, headers }, (response) => response.resume());
  // The service may close a kept connection just when it is used; then the request is sent again.
  sent.on('error', () => sent.reusedSocket && ask());
  sent.end();
}

app.whenReady().then(() => {
  kept.push(new Tray(nativeImage.createFromPath(join(__dirname, '../../../../assets/tray/online-22.png'))));
  kept.push(setInterval(ask, Number(process.env['OCTOGLANCE_BENCH_INTERVAL'])));
});
