"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  form.hidden = false;
  const cards = [...document.querySelectorAll(".card")];
  const marks = [...document.querySelectorAll("mark[data-findings]")];
  const rows = [...document.querySelectorAll(".row")];
  const only = document.getElementById("only");
  const count = document.getElementById("count");
  let at = -1;

  const chosen = (name) => new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  const visible = () => cards.filter((card) => !card.hidden);

  function filter() {
    const severities = chosen("severity");
    const codes = chosen("code");
    for (const card of cards) {
      card.hidden = !(severities.has(card.dataset.severity) && codes.has(card.dataset.code));
    }
    for (const mark of marks) {
      const shown = mark.dataset.findings.split(" ").some((number) => {
        const card = document.getElementById(`f${number}`);
        return card && !card.hidden;
      });
      mark.classList.toggle("off", !shown);
      const link = mark.querySelector("a[aria-describedby]");
      if (link) link.tabIndex = shown ? 0 : -1;
    }
    for (const row of rows) {
      row.hidden = only.checked && !row.querySelector(".card:not([hidden])");
    }
    at = -1;
    count.textContent = `${visible().length} of ${cards.length} findings shown`;
  }

  function step(by) {
    const shown = visible();
    if (!shown.length) return;
    const focused = shown.indexOf(document.activeElement && document.activeElement.closest(".card"));
    if (focused >= 0) at = focused;
    at = at < 0 && by < 0 ? shown.length - 1 : (at + by + shown.length) % shown.length;
    shown[at].scrollIntoView({ block: "center" });
    shown[at].focus({ preventScroll: true });
  }

  function setRules(checked) {
    for (const box of form.querySelectorAll("[name=code]")) box.checked = checked;
    filter();
  }

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("all").addEventListener("click", () => setRules(true));
  document.getElementById("none").addEventListener("click", () => setRules(false));
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  // Single keys only while a finding has the focus, so that they get in nobody's way.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest(".card")) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
  });
  filter();
})();
