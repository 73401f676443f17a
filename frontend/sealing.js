// What lies in the browser is sealed (AES-GCM); its own database answers with promises.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function answered(request) {
  return new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
}

export async function seal(key, thing) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const words = encoder.encode(JSON.stringify(thing));
  return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, words) };
}

export async function unseal(key, { iv, sealed }) {
  const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
  return JSON.parse(decoder.decode(words));
}
