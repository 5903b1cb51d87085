// What the search box offers while somebody types: a list below it, after the combobox pattern of WAI-ARIA. site.js loads
// this when a box is first used; without it the box sends its form.

const PAUSE = 160; // milliseconds without a key before we ask
const FEWEST = 2;

export function enhance(input) {
  if (input.getAttribute("role") === "combobox") return;
  const list = document.createElement("ul");
  const status = document.createElement("p");
  list.id = `${input.id}-list`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  status.className = "unseen";
  status.setAttribute("role", "status");
  input.after(list, status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let timer, asking, active = -1;

  const options = () => [...list.children];

  function point(to) {
    active = to;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === to)));
    const option = options()[to];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    point(-1);
  }

  function part(name, text) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    return span;
  }

  function row({ title, value, sort, of, address }, at) {
    const option = document.createElement("li");
    option.id = `${list.id}-${at}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.address = address;
    option.append(part("suggestion-title", value ? `${title}: ${value}` : title), " ");
    option.append(part("suggestion-sort", of ? `${sort}, ${of}` : sort));
    return option;
  }

  function show(found) {
    list.replaceChildren(...found.map(row));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(Boolean(found.length)));
    status.textContent = found.length ? `${found.length} suggestion${found.length > 1 ? "s" : ""}` : "No suggestions";
    point(-1);
  }

  async function ask() {
    const text = input.value.trim();
    if (text.length < FEWEST) return close();
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: asking.signal });
      if (answer.ok && document.activeElement === input) show((await answer.json()).suggestions);
    } catch {
      // Offline, or overtaken by the next letter: the form works all the same.
    }
  }

  function follow(option) {
    location.assign(option.dataset.address);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });

  input.addEventListener("keydown", (event) => {
    const count = options().length;
    const isOpen = !list.hidden;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return void ask();
      const step = event.key === "ArrowDown" ? 1 : -1;
      point(((active + 1 + step + count + 1) % (count + 1)) - 1); // one place is the box itself
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      follow(options()[active]);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    }
  });

  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) follow(option);
  });
  input.addEventListener("blur", close);
  if (document.activeElement === input && input.value !== input.defaultValue) ask();
}
