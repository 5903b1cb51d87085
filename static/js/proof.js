// Solves the sum on the page that asks for a sign of a person (ALTCHA's proof of work, version 2) and sends the solution.
// Without this file, or without crypto.subtle, the page says what else can be done.

const TOGETHER = 8; // derivations under way at a time: browsers spread them over the processor's cores

const form = document.querySelector("form[data-proof]");

const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

async function derive({ nonce, salt, cost, keyLength }, counter) {
  const password = new Uint8Array(nonce.length / 2 + 4);
  password.set(bytes(nonce));
  new DataView(password.buffer).setUint32(nonce.length / 2, counter);
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
  return hex(await crypto.subtle.deriveBits(how, key, keyLength * 8));
}

async function solve(parameters) {
  for (let first = 0; ; first += TOGETHER) {
    const counters = Array.from({ length: TOGETHER }, (_, offset) => first + offset);
    const keys = await Promise.all(counters.map((counter) => derive(parameters, counter)));
    const found = keys.findIndex((key) => key.startsWith(parameters.keyPrefix));
    if (found >= 0) return { counter: counters[found], derivedKey: keys[found] };
  }
}

if (form && window.crypto?.subtle) {
  const status = form.querySelector("[role=status]");
  const otherwise = document.querySelector("[data-otherwise]");
  status.hidden = false;
  otherwise.hidden = true;
  const challenge = JSON.parse(form.dataset.proof);
  solve(challenge.parameters)
    .then((solution) => {
      form.elements.solution.value = btoa(JSON.stringify({ challenge, solution }));
      form.submit();
    })
    .catch(() => {
      status.hidden = true;
      otherwise.hidden = false;
    });
}
