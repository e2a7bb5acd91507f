(() => {
  const rows = () => [...document.querySelectorAll("#article tbody tr")].filter((row) => row.offsetParent !== null);
  const button = document.getElementById("only-flagged");
  const toggle = () => {
    const on = document.body.classList.toggle("only-flagged");
    button.setAttribute("aria-pressed", String(on));
  };
  const go = (step, wanted) => {
    const all = rows(), at = all.indexOf(document.activeElement.closest("tr"));
    for (let i = at + step; i >= 0 && i < all.length; i += step) {
      if (!wanted || all[i].classList.contains(wanted)) { all[i].focus(); return; }
    }
  };
  button.addEventListener("click", toggle);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "j") go(1); else if (event.key === "k") go(-1);
    else if (event.key === "n") go(1, "flagged"); else if (event.key === "p") go(-1, "flagged");
    else if (event.key === "f") toggle(); else return;
    event.preventDefault();
  });
})();
