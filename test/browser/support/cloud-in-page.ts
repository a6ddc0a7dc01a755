/**
 * UNOFFICIAL AND LOCAL. What a page under test is given before its first script: ways to the local stand-ins in place of
 * those to Tencent's services, for the page and for the workers that the IM SDK makes, and a book of all that was to
 * leave. Nothing of the SDKs or the kit is changed. Bundled by cloud.ts.
 */
import type { Hop } from '../../support/trtc-stand-in/hop.js';
import { takeOverNetwork } from '../../support/trtc-stand-in/page-network.js';
import { serviceOver } from '../../support/trtc-stand-in/remote-service.js';

declare global {
  interface Window {
    /** Where the stand-ins are; set before this runs. */
    cloudAt?: { readonly im: string; readonly hop: string };
    /** What was to leave this page, as text, oldest first. */
    cloudBook?: () => CloudBook;
    /** How many devices' lights are on. The SDK has a picture of its own beside them, which it draws. */
    openDevices?: () => number;
  }
}

export interface CloudBook {
  /** The addresses of all sockets, as the SDKs asked for them. */
  readonly sockets: readonly string[];
  /** Requests and beacons: address and body. */
  readonly uploads: readonly { readonly url: string; readonly body: string }[];
}

const at = window.cloudAt;
if (at) takeOver(at);
countDevices();

function countDevices(): void {
  const tracks: MediaStreamTrack[] = [];
  const { mediaDevices } = navigator;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
  window.openDevices = () => tracks.filter(({ readyState }) => readyState === 'live').length;
}

function takeOver({ im, hop }: { readonly im: string; readonly hop: string }): void {
  const sockets: string[] = [];
  const Native = window.WebSocket;
  const { uploads } = takeOverNetwork(serviceOver(lateHop(new Native(hop))));
  const isIm = (hostname: string): boolean => /(^|\.)(qcloud\.com|tim\.qq\.com|my-imcloud\.com)$|^162\.14\./.test(hostname);
  const reroute = (url: string): string => {
    const { hostname, pathname, search } = new URL(url, location.href);
    return isIm(hostname) ? `${im}${pathname}${search}` : url;
  };
  window.WebSocket = new Proxy(window.WebSocket, {
    construct: (target, [url, ...rest]: [string | URL, ...unknown[]]) => {
      sockets.push(String(url));
      return Reflect.construct(target, [reroute(String(url)), ...rest]);
    },
  });
  leadWorkers(im, isIm, (url) => sockets.push(url));
  window.cloudBook = () => ({ sockets: [...sockets], uploads: [...uploads] });
}

/** The words wait for the socket: the page does not. */
function lateHop(socket: WebSocket): Hop {
  const waiting: string[] = [];
  socket.addEventListener('open', () => {
    for (const word of waiting.splice(0)) socket.send(word);
  }, { once: true });
  return {
    post: (word) => (socket.readyState === WebSocket.OPEN ? socket.send(word) : void waiting.push(word)),
    listen: (listener) => socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') listener(data);
    }),
    close: () => socket.close(),
  };
}

/** A worker made of a Blob gets these lines before its own: its sockets go the same way, and are told of. */
function leadWorkers(im: string, isIm: (hostname: string) => boolean, onSocket: (url: string) => void): void {
  const told = `cloud-${crypto.randomUUID()}`;
  new BroadcastChannel(told).addEventListener('message', ({ data }) => onSocket(String(data)));
  const before = `{
    const isIm = ${String(isIm)};
    const book = new BroadcastChannel(${JSON.stringify(told)});
    self.WebSocket = new Proxy(self.WebSocket, { construct(target, [url, ...rest]) {
      book.postMessage(String(url));
      const { hostname, pathname, search } = new URL(url);
      return Reflect.construct(target, [isIm(hostname) ? ${JSON.stringify(im)} + pathname + search : url, ...rest]);
    } });
  }\n`;
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    const isScript = object instanceof Blob && !(object instanceof File) && /^(text|application)\/javascript|^$/.test(object.type);
    return createObjectURL(isScript ? new Blob([before, object], { type: object.type }) : object);
  };
}
