/**
 * Every known way out of a page, as the body of an async function in the page. `to(way)` returns the address to reach,
 * `host(way)` its host and port; `put(html)` creates elements without the parser, which trusted types would block.
 */
export const ways: Readonly<Record<string, string>> = {
  fetch: `await fetch(to('fetch'), { mode: 'no-cors' })`,
  'fetch-keepalive': `await fetch(to('fetch-keepalive'), { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' })`,
  'fetch-later': `fetchLater(to('fetch-later'), { activateAfter: 0 })`,
  xhr: `const asked = new XMLHttpRequest(); asked.open('GET', to('xhr')); asked.send()`,
  beacon: `navigator.sendBeacon(to('beacon'), 'x')`,
  'event-source': `new EventSource(to('event-source'))`,
  'web-socket': `new WebSocket('ws://' + host('web-socket') + '/web-socket')`,
  'web-socket-stream': `new WebSocketStream('ws://' + host('web-socket-stream') + '/web-socket-stream')`,
  'web-transport': `new WebTransport('https://' + host('web-transport') + '/web-transport')`,
  'rtc-stun': rtc("{ urls: 'stun:' + host('rtc-stun') }"),
  'rtc-turn-udp': rtc("{ urls: 'turn:' + host('rtc-turn-udp') + '?transport=udp', username: 'x', credential: 'x' }"),
  'rtc-turn-tcp': rtc("{ urls: 'turn:' + host('rtc-turn-tcp') + '?transport=tcp', username: 'x', credential: 'x' }"),
  'rtc-turns': rtc("{ urls: 'turns:' + host('rtc-turns') + '?transport=tcp', username: 'x', credential: 'x' }"),
  'rtc-candidate-udp': rtcCandidate('udp'),
  'rtc-candidate-tcp': rtcCandidate('tcp'),
  'dns-prefetch': `put('link', { rel: 'dns-prefetch', href: to('dns-prefetch') }, document.head)`,
  'dns-prefetch-allowed': `put('meta', { httpEquiv: 'x-dns-prefetch-control', content: 'on' }, document.head);
    put('a', { href: to('dns-prefetch-allowed') }).textContent = 'x'`,
  preconnect: `put('link', { rel: 'preconnect', href: to('preconnect') }, document.head)`,
  prefetch: `put('link', { rel: 'prefetch', href: to('prefetch') }, document.head)`,
  prerender: `put('link', { rel: 'prerender', href: to('prerender') }, document.head)`,
  preload: `put('link', { rel: 'preload', as: 'image', href: to('preload') }, document.head)`,
  modulepreload: `put('link', { rel: 'modulepreload', href: to('modulepreload') }, document.head)`,
  'speculation-rules': `const rules = document.createElement('script'); rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [to('speculation-rules')] }],
      prerender: [{ source: 'list', urls: [to('speculation-rules')] }] }); document.head.append(rules)`,
  stylesheet: `put('link', { rel: 'stylesheet', href: to('stylesheet') }, document.head)`,
  'style-import': `put('style', { textContent: '@import url(' + to('style-import') + ')' }, document.head)`,
  'style-url': `document.body.style.backgroundImage = 'url(' + to('style-url') + ')'; await frameShown()`,
  'sheet-url': `const sheet = new CSSStyleSheet(); sheet.replaceSync('body{border-image-source:url(' + to('sheet-url') + ')}');
    document.adoptedStyleSheets = [sheet]; await frameShown()`,
  font: `document.fonts.add(await new FontFace('x', 'url(' + to('font') + ')').load())`,
  image: `new Image().src = to('image')`,
  srcset: `put('img', { srcset: to('srcset') + ' 1x' })`,
  'svg-image': `const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); document.body.append(svg);
    for (const name of ['image', 'use', 'feImage']) { const part = document.createElementNS('http://www.w3.org/2000/svg', name);
      part.setAttribute('href', to('svg-image') + '#x'); svg.append(part) }`,
  'input-image': `put('input', { type: 'image', src: to('input-image') })`,
  video: `put('video', { src: to('video'), autoplay: true, muted: true })`,
  'video-poster': `put('video', { poster: to('video-poster') })`,
  audio: `new Audio(to('audio')).load()`,
  track: `const video = put('video', {}); const track = document.createElement('track'); track.default = true;
    track.src = to('track'); video.append(track); track.track.mode = 'showing'`,
  script: `put('script', { src: to('script') })`,
  import: `await import(to('import'))`,
  worker: `new Worker(to('worker'))`,
  'worker-blob': `const address = to('worker-blob');
    new Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(address) + ')'])))`,
  'shared-worker': `new SharedWorker(to('shared-worker'))`,
  'service-worker': `await navigator.serviceWorker.register(to('service-worker'))`,
  worklet: `await CSS.paintWorklet.addModule(to('worklet'))`,
  'audio-worklet': `await new AudioContext().audioWorklet.addModule(to('audio-worklet'))`,
  manifest: `put('link', { rel: 'manifest', href: to('manifest') }, document.head)`,
  favicon: `put('link', { rel: 'icon', href: to('favicon') }, document.head)`,
  ping: `const link = put('a', { href: '#x', ping: to('ping') }); link.click()`,
  location: `location.href = to('location')`,
  'location-replace': `location.replace(to('location-replace'))`,
  'navigation-api': `navigation.navigate(to('navigation-api'))`,
  open: `window.open(to('open'))`,
  'open-noopener': `window.open(to('open-noopener'), '_blank', 'noopener')`,
  link: `put('a', { href: to('link') }).click()`,
  'link-blank': `put('a', { href: to('link-blank'), target: '_blank' }).click()`,
  download: `put('a', { href: to('download'), download: 'x' }).click()`,
  form: `const form = put('form', { action: to('form'), method: 'post' }); form.submit()`,
  'form-blank': `const form = put('form', { action: to('form-blank'), target: '_blank' }); form.submit()`,
  refresh: `put('meta', { httpEquiv: 'refresh', content: '0; url=' + to('refresh') }, document.head)`,
  mail: `location.href = 'mailto:mail@way-out.test?body=x'`,
  'other-scheme': `location.href = 'way-out-test:x'`,
  'csp-report': `put('meta', { httpEquiv: 'Content-Security-Policy', content: "img-src 'none'; report-uri " + to('csp-report') },
    document.head); new Image().src = 'app://octoglance/x.png'`,
  'private-aggregation': `await sharedStorage.worklet.addModule(to('private-aggregation'))`,
  attribution: `new Image().attributionSrc = to('attribution')`,
  presentation: `await new PresentationRequest(to('presentation')).getAvailability()`,
  payment: `await new PaymentRequest([{ supportedMethods: to('payment') }], { total: { label: 'x', amount: { currency: 'EUR',
    value: '1' } } }).canMakePayment()`,
  'other-styles': `put('div', { textContent: 'x' }).style.cssText = ['cursor: url(' + to('other-styles') + '), auto',
    ...['mask-image', 'list-style-image', 'content', 'shape-outside'].map((name) => name + ': url(' + to('other-styles') + ')'),
    'background-image: image-set("' + to('other-styles') + '" 1x)'].join(';'); await frameShown()`,
  'font-face': `const faces = new CSSStyleSheet(); faces.replaceSync('@font-face{font-family:x;src:url(' + to('font-face') + ')} *{font-family:x}');
    document.adoptedStyleSheets = [faces]; await frameShown()`,
  'compression-dictionary': `put('link', { rel: 'compression-dictionary', href: to('compression-dictionary') }, document.head)`,
  'federated-login': `await navigator.credentials.get({ identity: { providers: [{ configURL: to('federated-login'), clientId: 'x' }] } })`,
  'security-key': `await navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), timeout: 50,
    rpId: host('security-key').split(':')[0] } })`,
  'interest-group': `await navigator.joinAdInterestGroup({ name: 'x', owner: location.origin, lifetimeMs: 60_000,
    biddingLogicURL: to('interest-group'), updateURL: to('interest-group') }, 60)`,
  'protocol-handler': `navigator.registerProtocolHandler('web+x', to('protocol-handler') + '?%s')`,
  share: `await navigator.share({ url: to('share') })`,
  notification: `new Notification('x', { icon: to('notification'), image: to('notification') })`,
  'media-session': `navigator.mediaSession.metadata = new MediaMetadata({ artwork: [{ src: to('media-session') }] });
    navigator.mediaSession.playbackState = 'playing'`,
  'form-script': `put('form', { action: 'javascript:fetch("' + to('form-script') + '")' }).submit()`,
  sockets: `await new UDPSocket({ remoteAddress: '127.0.0.1', remotePort: Number(host('sockets').split(':')[1]) }).opened`,
};

/** Ways out through a frame within the page. */
export const framedWays: Readonly<Record<string, string>> = {
  'framed-stun': framed("{ urls: 'stun:' + host('framed-stun') }"),
  'framed-turn': framed("{ urls: 'turn:' + host('framed-turn') + '?transport=tcp', username: 'x', credential: 'x' }"),
  iframe: `put('iframe', { src: to('iframe') })`,
  'iframe-srcdoc': `const frame = document.createElement('iframe'); frame.setAttribute('srcdoc',
    '<img src=' + to('iframe-srcdoc') + '>'); document.body.append(frame)`,
  'iframe-data': `put('iframe', { src: 'data:text/html,<img src=' + to('iframe-data') + '>' })`,
  'iframe-mail': `put('iframe', { src: 'mailto:iframe-mail@way-out.test?body=x' })`,
  object: `put('object', { data: to('object') })`,
  embed: `put('embed', { src: to('embed') })`,
  xslt: `const text = '<?xml-stylesheet type="text/xsl" href="' + to('xslt') + '"?><a/>';
    put('iframe', { src: URL.createObjectURL(new Blob([text], { type: 'text/xml' })) })`,
  portal: `put('portal', { src: to('portal') })`,
  fencedframe: `put('fencedframe', { config: new FencedFrameConfig(to('fencedframe')) })`,
};

function framed(server: string): string {
  return `const frame = put('iframe', {}); const Peer = frame.contentWindow.RTCPeerConnection;
    const peer = new Peer({ iceServers: [${server}] }); peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer())`;
}

function rtc(server: string): string {
  return `const peer = new RTCPeerConnection({ iceServers: [${server}] }); keep.push(peer);
    peer.createDataChannel('x'); await peer.setLocalDescription(await peer.createOffer())`;
}

/** The page is its own peer and claims to be at the address to reach. */
function rtcCandidate(transport: 'udp' | 'tcp'): string {
  const way = `rtc-candidate-${transport}`;
  return `const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()]; keep.push(one, other);
    one.createDataChannel('x'); await one.setLocalDescription(await one.createOffer());
    await other.setRemoteDescription(one.localDescription); await other.setLocalDescription(await other.createAnswer());
    await one.setRemoteDescription(other.localDescription);
    const [address, port] = host('${way}').split(':');
    await one.addIceCandidate({ candidate: 'candidate:1 1 ${transport} 2122260223 ' + address + ' ' + port +
      ' typ host${transport === 'tcp' ? ' tcptype passive' : ''}', sdpMid: '0', sdpMLineIndex: 0 })`;
}

/**
 * Returns the helpers that the bodies use, as code in the page. `at` is `name` for a separate name per way, else an
 * address.
 */
export function helpers(at: string, port: number, domain: string): string {
  const host = at === 'name' ? `way + '.${domain}:${port}'` : `'${at}:${port}'`;
  return `const keep = globalThis.keep ??= [];
    const host = (way) => ${host};
    const to = (way) => 'http://' + host(way) + '/' + way;
    const put = (name, properties, where = document.body) => {
      const element = Object.assign(document.createElement(name), properties); where.append(element); return element };
    const frameShown = () => new Promise((shown) => setTimeout(shown, 50));`;
}
