// Keeps what is typed into a form marked data-draft: a moment after the last key, and when the page is left.
// Without JavaScript the form works all the same; then only what is saved is kept.
const state = document.querySelector("[data-draft-state]");

function kept(form) {
  const typed = new FormData(form);
  typed.set("entwurf-seite", state.dataset.place);
  return typed;
}

async function keep(form) {
  try {
    const answer = await fetch(state.dataset.address, { method: "POST", body: kept(form), keepalive: true });
    const time = new Date().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
    state.textContent = answer.ok ? `Entwurf gesichert um ${time} Uhr.` : "Der Entwurf konnte nicht gesichert werden.";
  } catch {
    state.textContent = "Keine Verbindung: Der Entwurf ist noch nicht gesichert.";
  }
}

for (const form of state ? document.querySelectorAll("form[data-draft]") : []) {
  let waiting = 0;
  let changed = false;
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => { changed = false; keep(form); }, 1200);
  });
  form.addEventListener("submit", () => { clearTimeout(waiting); changed = false; });
  document.addEventListener("visibilitychange", () => {
    if (changed && document.visibilityState === "hidden") { clearTimeout(waiting); changed = false; keep(form); }
  });
}
