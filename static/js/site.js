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
