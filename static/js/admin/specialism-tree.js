// The boxes of all specialisms: a field that narrows them down, and a line that says which are ticked.

(() => {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const furnish = (tree) => {
    const rows = [...tree.querySelectorAll("li")].map((row) => ({
      row,
      box: row.querySelector("input"),
      name: row.querySelector("[data-name]").textContent.trim(),
      words: plain(row.textContent),
    }));
    const find = tree.querySelector("input[type=search]");
    const count = tree.querySelector("[data-count]");
    const chosen = tree.querySelector("[data-chosen]");

    const tell = () => {
      const names = rows.filter(({ box }) => box.checked).map(({ name }) => name);
      chosen.textContent = names.join(", ") || chosen.dataset.none;
    };

    const narrow = () => {
      const wanted = plain(find.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, box, words } of rows) {
        row.hidden = !wanted.every((word) => words.includes(word)) && !box.checked;
        shown += !row.hidden;
      }
      tree.classList.toggle("specialism-tree--narrowed", wanted.length > 0);
      count.textContent = wanted.length ? count.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length) : "";
    };

    tree.addEventListener("change", tell);
    find.addEventListener("input", narrow);
    find.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // it would save the page
      if (event.key === "Escape" && find.value) {
        event.preventDefault();
        find.value = "";
        narrow();
      }
    });
    tree.querySelector(".specialism-tree__find").hidden = false;
    tell();
  };

  const start = () => document.querySelectorAll(".specialism-tree").forEach(furnish);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
