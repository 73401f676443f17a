// Notices on this screen: only where its owner has touched the button, off again when she signs out.
const DAILY = "landfast.push";
const today = () => new Date().toISOString().slice(0, 10);
const letters = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

async function subscription() {
  const worker = await navigator.serviceWorker?.getRegistration();
  return worker?.pushManager ? worker.pushManager.getSubscription() : null;
}

export const leaveNotices = () => localStorage.removeItem(DAILY);

export async function showsNotices() {
  return Boolean(await subscription().catch(() => null));
}

async function tell(url, found) {
  const body = new URLSearchParams({
    endpoint: found.endpoint,
    p256dh: letters(found.getKey("p256dh")),
    auth: letters(found.getKey("auth")),
  });
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const headers = { "X-CSRFToken": token };
  const answer = await fetch(url, { method: "POST", body, headers, credentials: "same-origin", redirect: "error" });
  if (!answer.ok) throw new Error(`push: ${answer.status}`);
  localStorage.setItem(DAILY, `${document.body.dataset.whose} ${today()}`);
}

async function putOn({ push, pushUrl }) {
  await navigator.serviceWorker.register("/worker.js");
  const worker = await navigator.serviceWorker.ready;
  const asked = { userVisibleOnly: true, applicationServerKey: push };
  await tell(pushUrl, await worker.pushManager.subscribe(asked));
}

function startButton(place) {
  const can = window.isSecureContext && navigator.serviceWorker && window.PushManager && window.Notification;
  const state = (name) => {
    for (const part of place.querySelectorAll("[data-push-when]"))
      part.hidden = part.dataset.pushWhen !== name;
  };
  state(can ? (Notification.permission === "denied" ? "denied" : "can") : "cannot");
  place.querySelector("[data-push-on]").addEventListener("click", async () => {
    try {
      await putOn(place.dataset);
      location.reload();
    } catch {
      state(Notification.permission === "denied" ? "denied" : "failed");
    }
  });
}

// The session that put it on ends one day: the next one takes over. Somebody else's is taken off.
async function takeOver() {
  const { whose } = document.body.dataset;
  const [before, day] = (localStorage.getItem(DAILY) || "").split(" ");
  if (!whose || !before || (before === whose && day === today())) return;
  const found = await subscription();
  if (before === whose && found) return tell("/besked/skaerm/", found);
  localStorage.removeItem(DAILY);
  await found?.unsubscribe();
}

export function startPush(scope) {
  const place = scope.querySelector("[data-push]");
  if (place) startButton(place);
  takeOver().catch(() => null);
}
