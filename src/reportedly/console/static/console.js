// Shows which stretches of an article belong to one claim or event. Everything works without it.
"use strict";

function light(ids, on) {
  for (const id of ids) {
    for (const part of document.querySelectorAll(`[data-of~="${CSS.escape(id)}"]`)) {
      part.classList.toggle("lit", on);
    }
    const record = document.getElementById(`r-${id}`);
    if (record) record.classList.toggle("lit", on);
  }
}

for (const hook of document.querySelectorAll(".hook a")) {
  const ids = [decodeURIComponent(hook.hash.slice("#r-".length))];
  const around = hook.parentElement;
  around.addEventListener("mouseenter", () => light(ids, true));
  around.addEventListener("mouseleave", () => light(ids, false));
  hook.addEventListener("focus", () => light(ids, true));
  hook.addEventListener("blur", () => light(ids, false));
}

document.addEventListener("keydown", (key) => {
  if (key.key === "Escape" && document.activeElement instanceof HTMLElement) document.activeElement.blur();
});

// On a narrow screen the filters start closed, so that events come first.
if (window.matchMedia("(max-width: 50rem)").matches) {
  for (const filters of document.querySelectorAll("details.filters")) filters.open = false;
}
