// Passkeys: the server's question goes to the browser, the browser's answer goes back in a form.
// Without script, or without passkeys, the forms stay hidden and the other ways in stay.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

async function make(question) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...question,
      challenge: bytes(question.challenge),
      user: { ...question.user, id: bytes(question.user.id) },
      excludeCredentials: named(question.excludeCredentials),
    },
  });
  return told(made, { attestationObject: text(made.response.attestationObject) });
}

async function show(question) {
  const shown = await navigator.credentials.get({
    publicKey: {
      ...question,
      challenge: bytes(question.challenge),
      allowCredentials: named(question.allowCredentials),
    },
  });
  const { authenticatorData, signature, userHandle } = shown.response;
  return told(shown, {
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle ? text(userHandle) : undefined,
  });
}

const told = (one, response) => ({
  id: one.id, rawId: text(one.rawId), type: one.type,
  response: { ...response, clientDataJSON: text(one.response.clientDataJSON) },
});

async function ask(form) {
  const answer = await fetch(form.dataset.question, {
    method: "POST",
    headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
  });
  if (!answer.ok || answer.redirected) throw new Error("no question");
  return answer.json();
}

export function startPasskeys(scope) {
  if (!window.PublicKeyCredential) return;
  for (const note of scope.querySelectorAll("[data-passkey-missing]")) note.hidden = true;
  for (const form of scope.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      const error = form.querySelector("[data-passkey-error]");
      error.hidden = true;
      try {
        const question = await ask(form);
        const answer = await (form.dataset.passkey === "make" ? make : show)(question);
        form.elements.credential.value = JSON.stringify(answer);
        form.submit();
      } catch {
        form.elements.credential.value = "";
        error.hidden = false;
      }
    });
  }
}
