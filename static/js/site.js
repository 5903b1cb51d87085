// Everything works without this file. It spares a keyboard a few steps and a form its double click.

// What a form was answered with is focused. In the history it becomes a page like any other: Back asks for it anew, where a
// browser that may not store what was sent shows only an error.
for (const answer of document.querySelectorAll("[data-focus]")) {
  answer.focus();
  history.replaceState(null, "", location.href);
}

// A form is on its way once. Should it not arrive, it can be sent again after a while, or when the page is come back to.
const AGAIN_AFTER = 5000;

for (const form of document.querySelectorAll("form[data-once]")) {
  let pressed = null;
  const release = () => {
    pressed?.removeAttribute("aria-disabled");
    pressed = null;
  };
  form.addEventListener("submit", (event) => {
    if (pressed) {
      event.preventDefault();
      return;
    }
    pressed = event.submitter ?? form.querySelector("button[type=submit]");
    pressed?.setAttribute("aria-disabled", "true");
    setTimeout(release, AGAIN_AFTER);
  });
  window.addEventListener("pageshow", release);
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy);
      text.select();
      await navigator.clipboard.writeText(text.value);
      button.parentElement.querySelector("[role=status]").textContent = "Copied";
    });
  }
}

// Escape puts away the source of a figure that hover or focus has laid over the text.
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const fact of document.querySelectorAll(".fact:is(:hover, :focus, :focus-within)")) {
    fact.dataset.dismissed = "";
    for (const leaving of ["pointerleave", "focusout"]) {
      fact.addEventListener(leaving, () => delete fact.dataset.dismissed, { once: true });
    }
  }
});

// The search box offers what somebody may be about to type; the script for it comes when a box is first used.
document.addEventListener("focusin", async ({ target }) => {
  if (!target.dataset.script) return;
  const { enhance } = await import(target.dataset.script);
  enhance(target);
});
if (document.activeElement?.dataset.script) document.activeElement.dispatchEvent(new Event("focusin", { bubbles: true }));
