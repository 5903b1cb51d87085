// The "Thread" panel of the page editor: asks the site about the form as it is on the screen, and shows the answer.
//
// Wagtail says when the form has changed and somebody has paused ("w-unsaved:add", which its own preview follows), but not
// what was typed in the moment before it has stored a draft by itself: typing counts, too. Only the last question counts:
// an older one is called off. A closed panel asks seldom, for the number on its button.

(() => {
  const PAUSE = 1000;
  const CLOSED = 4000;
  const AGAIN = 10000;

  const form = document.querySelector("form[data-edit-form]");
  const panel = document.querySelector('[data-side-panel="thread"]');
  if (!form || !panel) return;

  // Wagtail replaces what is in the panel when it has stored a new page by itself, so nothing in it is kept here.
  const part = (name) => panel.querySelector(`[data-thread-${name}]`);
  const address = () => part("check").dataset.threadCheck;
  const counter = document.querySelector('[data-side-panel-toggle="thread"] [data-side-panel-toggle-counter]');
  let watching = false;
  let typing = null;
  let asked = null;
  let question = null;
  let waiting = null;
  let storing = false;

  const typed = () => {
    const data = new FormData(form);
    const text = new URLSearchParams([...data].filter(([name]) => name !== "csrfmiddlewaretoken"));
    return { data, text: `${address()} ${text}` };
  };

  const ask = async () => {
    clearTimeout(waiting);
    if (storing || !watching) return;
    const { data, text } = typed();
    if (text === asked) return;
    question?.abort();
    const mine = new AbortController();
    question = mine;
    asked = text;
    try {
      const answer = await fetch(address(), { method: "POST", body: data, signal: mine.signal });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      show(await answer.text());
    } catch {
      if (mine.signal.aborted) return;
      asked = null;
      part("trouble").textContent = part("check").dataset.threadOffline;
      part("trouble").hidden = false;
      waiting = setTimeout(ask, AGAIN);
    }
  };

  const soon = () => {
    if (!panel.hidden) return ask();
    clearTimeout(waiting);
    waiting = setTimeout(ask, CLOSED);
  };

  const show = (html) => {
    part("trouble").hidden = true;
    const standing = part("standing");
    const next = document.createElement("div");
    next.innerHTML = html;
    prepare(next);
    if (next.innerHTML !== standing.innerHTML) {
      const focused = standing.contains(document.activeElement) && document.activeElement.getAttribute("href");
      standing.replaceChildren(...next.childNodes);
      if (focused) refocus(standing, focused);
    }
    count();
    const { spoken } = part("counts").dataset;
    if (part("spoken").textContent !== spoken && !panel.hidden) part("spoken").textContent = spoken;
  };

  // Somebody who reads the panel by keyboard stays where they were, or at its start if that is gone.
  const refocus = (standing, href) => {
    const same = [...standing.querySelectorAll("a")].find((link) => link.getAttribute("href") === href);
    const place = same ?? standing.querySelector("h3");
    if (!same) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };

  const count = () => {
    if (!counter) return;
    const { problems, errors } = part("counts").dataset;
    counter.textContent = problems;
    counter.hidden = problems === "0";
    counter.classList.toggle("w-bg-critical-200", errors !== "0");
    counter.classList.toggle("w-bg-surface-button-default", errors === "0");
  };

  // Links that leave the editor open beside it: what is on the screen may not be saved.
  const prepare = (content) => {
    for (const link of content.querySelectorAll("a")) {
      if (link.pathname === window.location.pathname || link.target) continue;
      link.target = "_blank";
      const note = document.createElement("span");
      note.className = "w-sr-only";
      note.textContent = ` (${part("check").dataset.threadNewTab})`;
      link.append(note);
    }
  };

  // Links to a field of this form open its tab and put the cursor there.
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const field = link?.hash.split(":w:contentpath=")[1];
    if (!field || link.pathname !== window.location.pathname) return;
    const place = form.querySelector(`[data-contentpath="${CSS.escape(field)}"]`);
    if (!place) return;
    event.preventDefault();
    const tab = place.closest("[role=tabpanel]");
    if (tab?.hidden) document.getElementById(tab.getAttribute("aria-labelledby"))?.click();
    place.closest("[data-panel]")?.querySelector("[data-panel-toggle][aria-expanded=false]")?.click();
    place.scrollIntoView({ block: "center" });
    place.querySelector("input:not([type=hidden]), textarea, select, [contenteditable=true], button")?.focus();
  });

  // Wagtail watches the form as soon as its blocks are there. Unless somebody was faster, the panel is about this content.
  let early = false;
  form.addEventListener("input", () => {
    early = true;
    clearTimeout(typing);
    typing = setTimeout(soon, PAUSE);
  });
  document.addEventListener(
    "w-unsaved:watch-edits",
    () => {
      watching = true;
      if (early) soon();
      else asked = typed().text;
    },
    { once: true },
  );
  document.addEventListener("w-unsaved:add", soon);
  document.addEventListener("w-unsaved:clear", soon);
  panel.addEventListener("show", ask);

  // A page that Wagtail is storing for the first time would be taken for another page with the same question.
  document.addEventListener("w-autosave:save", () => {
    storing = !/\/edit\/$/.test(form.action);
    if (storing) {
      question?.abort();
      asked = null;
    }
  });
  for (const end of ["success", "error"]) {
    document.addEventListener(`w-autosave:${end}`, () => {
      storing = false;
      prepare(panel);
      soon();
    });
  }

  prepare(panel);
})();
