// Read the page aloud, for who cannot read it. Only with a voice that lies on the machine itself: a
// voice in somebody's cloud would be sent what is said here. Without one there is no button.
const LONGEST = 200; // some engines stop in the middle of a longer piece

const voiceOf = (language) =>
  speechSynthesis.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(language));

// A date and a time are said in one breath: »10. december« and »kl. 10« do not end at their dot.
function pieces(text) {
  const said = text.split(/(?<=[.!?:])\s+(?=[^\d\p{Ll}])|\n+/u).map((one) => one.trim()).filter(Boolean);
  return said.flatMap((one) => one.match(new RegExp(`.{1,${LONGEST}}(?:\\s|$)|.+`, "g")));
}

function say(voice, button) {
  const heard = pieces(document.querySelector("main").innerText).filter((one) => one !== button.textContent);
  for (const piece of heard) {
    const words = new SpeechSynthesisUtterance(piece);
    words.voice = voice;
    words.lang = voice.lang;
    speechSynthesis.speak(words);
  }
}

export function startReadingAloud(button) {
  if (!button || !("speechSynthesis" in window)) return;
  const show = () => (button.hidden = !voiceOf(document.documentElement.lang));
  button.onclick = () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    say(voiceOf(document.documentElement.lang), button);
  };
  speechSynthesis.addEventListener?.("voiceschanged", show);
  addEventListener("pagehide", () => speechSynthesis.cancel());
  show();
}
