// Everything works without this file. It spares a keyboard a few steps and a form its double click.

for (const summary of document.querySelectorAll("[data-focus]")) summary.focus();

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit]");
    if (!button) return;
    button.setAttribute("aria-disabled", "true");
    window.addEventListener("pageshow", () => button.removeAttribute("aria-disabled"), { once: true });
  });
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
