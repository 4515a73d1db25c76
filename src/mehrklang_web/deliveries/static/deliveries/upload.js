// Uploads by drag and drop or file dialog, one request per file, with its progress. Without this script the form sends
// all files at once and the page answers.
(() => {
  "use strict";
  const form = document.querySelector("[data-upload]");
  if (!form || !window.FormData) return;
  const input = form.querySelector("input[type=file]");
  const drop = form.querySelector("[data-drop]");
  const list = form.querySelector("[data-uploads]");
  const announce = form.querySelector("[data-announce]");
  const most = Number(form.dataset.most);

  const tell = (sentence) => { announce.textContent = sentence; };

  const rowOf = (file) => {
    const row = document.createElement("li");
    row.className = "upload-row";
    const name = document.createElement("span");
    name.className = "upload-row__name";
    name.textContent = file.name;
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", `Fortschritt von ${file.name}`);
    const state = document.createElement("span");
    state.className = "upload-row__state";
    row.append(name, bar, state);
    list.append(row);
    return { row, bar, state };
  };

  const finish = (file, shown, sentence, address) => {
    shown.bar.remove();
    shown.state.textContent = sentence;
    if (address) {
      const link = document.createElement("a");
      link.href = address;
      link.textContent = `Prüfung von ${file.name} ansehen`;
      shown.row.append(link);
    }
    tell(`${file.name}: ${sentence}`);
  };

  const bodyOf = (file) => {
    const body = new FormData(form);
    body.delete(input.name);
    body.append(input.name, file);
    return body;
  };

  const answerOf = (request) => {
    try {
      return JSON.parse(request.responseText);
    } catch {
      return { satz: "Die Anwendung hat nicht geantwortet. Bitte versuchen Sie es noch einmal.", adresse: "" };
    }
  };

  const send = (file) => new Promise((done) => {
    const shown = rowOf(file);
    if (file.size > most) {
      finish(file, shown, `größer als ${form.dataset.mostWords}. Bitte teilen Sie die Datei nach Jahren auf.`, "");
      done("");
      return;
    }
    const request = new XMLHttpRequest();
    let told = 0;
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      const share = Math.floor((100 * event.loaded) / event.total);
      shown.bar.value = share;
      shown.state.textContent = share < 100 ? `${share} % hochgeladen` : "wird geprüft …";
      if (share >= told + 25 && share < 100) {
        told = share;
        tell(`${file.name}: ${share} Prozent hochgeladen`);
      }
    });
    request.addEventListener("loadend", () => {
      const answer = answerOf(request);
      finish(file, shown, answer.satz, answer.adresse);
      done(answer.adresse);
    });
    request.open("POST", form.action || window.location.href);
    request.setRequestHeader("Accept", "application/json");
    request.send(bodyOf(file));
  });

  const sendAll = async (files) => {
    if (!files.length) return;
    list.hidden = false;
    list.replaceChildren();
    tell(files.length === 1 ? `${files[0].name} wird hochgeladen` : `${files.length} Dateien werden hochgeladen`);
    const addresses = [];
    for (const file of files) addresses.push(await send(file));
    input.value = "";
    if (files.length === 1 && addresses[0]) window.location.assign(addresses[0]);
  };

  form.querySelector("[data-drop-hint]").hidden = false;
  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    sendAll([...input.files]);
  });
  for (const kind of ["dragover", "drop"]) {
    window.addEventListener(kind, (event) => event.preventDefault()); // a file beside the field must not leave the page
  }
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("drop--over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    drop.addEventListener(kind, () => drop.classList.remove("drop--over"));
  }
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    sendAll([...event.dataTransfer.files]);
  });
})();
