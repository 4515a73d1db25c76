// Shows the balance of the marked rows at once. Without JavaScript the button "Bilanz erproben" does the same.
const form = document.querySelector("form[data-trial]");
const panel = document.querySelector("[data-balance]");
let waiting = 0;
let asked = 0;

async function show() {
  const mine = ++asked;
  const wanted = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(`${form.dataset.trial}?${wanted}`);
    const text = await answer.text();
    if (answer.ok && mine === asked) panel.innerHTML = text;
  } catch {
    // No connection: the balance stays as it is, the button asks again.
  }
}

if (form && panel) {
  form.addEventListener("change", (event) => {
    event.target.closest("tr")?.classList.toggle("is-marked", event.target.checked);
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
}
