/// <reference lib="webworker" />

export {};

// Ships as sw.js with OFFLINE=0: browsers that keep the worker of an earlier build replace it by this one, which takes
// away what was kept and then itself.

declare const BASE: string;

const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => {
  const leave = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(`sip-codes:${BASE}:`)).map((name) => caches.delete(name)));
    await worker.registration.unregister();
  };
  event.waitUntil(leave());
});
