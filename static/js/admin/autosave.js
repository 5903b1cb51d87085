// Two gaps in how Wagtail stores drafts by itself.
//
// It takes everything in a form for stored once an answer has come, also what was typed while it was waited for: it neither
// stores that nor warns whoever leaves. Here the form is told that it holds more than was sent; Wagtail's own check then does
// the rest, within a second.
//
// And it goes on while the form is on its way because somebody pressed a button: to a slow site it sends the form a second
// time, and what the button does with it. Here it stops.

(() => {
  const form = document.querySelector("form[data-edit-form]");
  if (!form) return;
  const APART = /^(comments-|(csrfmiddlewaretoken|next|loaded_revision_id|loaded_revision_created_at|overwrite_revision_id)$)/;
  let leaving = false;
  let sent = null;

  // Every name with its values as text, but for what Wagtail keeps for itself and what the answer filled in.
  const text = (data, filled) =>
    new URLSearchParams([...data].filter(([name]) => !APART.test(name) && !(name in filled))).toString();

  // A button of a workflow that asks something first sends the form without an event, but leaves a field in it.
  const isLeaving = () => leaving || form.elements.namedItem("action-workflow-action");

  window.addEventListener("submit", (event) => {
    if (event.target === form && !event.defaultPrevented) leaving = true;
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) leaving = false; // they came back to it
  });
  form.addEventListener("w-autosave:save", (event) => {
    if (isLeaving()) event.preventDefault();
    sent = event.detail.formData;
  });
  document.addEventListener("w-autosave:success", ({ detail }) => {
    const filled = detail.response.field_updates ?? {};
    if (sent && text(new FormData(form), filled) !== text(sent, filled)) form.dataset.wUnsavedForceValue = "true";
    sent = null;
  });
})();
