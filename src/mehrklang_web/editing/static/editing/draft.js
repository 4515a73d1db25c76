// Keeps what is typed into a form marked data-draft: a moment after the last key, and when the page is left.
// Where several forms stand on a page, each has its own line of state; they find each other by the address of the form.
// Files and passwords are never kept, nor what a page only carries along (data-untyped). Without JavaScript the form works all the same; then only what is saved is kept.
const lines = [...document.querySelectorAll("[data-draft-state]")];

function lineOf(form) {
  const place = decodeURIComponent(new URL(form.getAttribute("action") || location.href, location.href).pathname);
  return lines.find((line) => line.dataset.place === place);
}

function kept(form, line) {
  const typed = new FormData(form);
  for (const field of form.querySelectorAll("input[type=file], input[type=password], input[data-untyped]")) typed.delete(field.name);
  typed.set("entwurf-seite", line.dataset.place);
  return typed;
}

async function keep(form, line) {
  try {
    const answer = await fetch(line.dataset.address, { method: "POST", body: kept(form, line), keepalive: true });
    const time = new Date().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
    line.textContent = answer.ok ? `Entwurf gesichert um ${time} Uhr.` : "Der Entwurf konnte nicht gesichert werden.";
  } catch {
    line.textContent = "Keine Verbindung: Der Entwurf ist noch nicht gesichert.";
  }
}

function watch(form, line) {
  let waiting = 0;
  let changed = false;
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => { changed = false; keep(form, line); }, 1200);
  });
  form.addEventListener("submit", () => { clearTimeout(waiting); changed = false; });
  document.addEventListener("visibilitychange", () => {
    if (changed && document.visibilityState === "hidden") { clearTimeout(waiting); changed = false; keep(form, line); }
  });
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  const line = lineOf(form);
  if (line) watch(form, line);
}
