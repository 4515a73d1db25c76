// Shows what a mapping makes of the file while it is being said. Without this script a button does the same.
(() => {
  "use strict";
  const form = document.querySelector("[data-mapping]");
  if (!form || !window.fetch) return;
  const outcome = form.querySelector("[data-outcome]");
  const announce = form.querySelector("[data-announce]");
  let waiting = 0;
  let latest = 0;

  const show = async () => {
    const mine = ++latest;
    const body = new FormData(form);
    body.set("was", "probe");
    const answer = await fetch(form.action || window.location.href, {
      method: "POST", body, headers: { "X-Teil": "ergebnis" },
    });
    const text = await answer.text();
    if (mine !== latest || !answer.ok) return;
    const focused = document.activeElement?.value;
    outcome.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
    outcome.querySelectorAll("input[type=checkbox]").forEach((box) => { if (box.value === focused) box.focus(); });
    announce.textContent = outcome.querySelector("[data-summary]")?.textContent ?? "";
  };

  form.addEventListener("change", (event) => {
    if (event.target.name === "name") return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(show, 400);
  });
})();
