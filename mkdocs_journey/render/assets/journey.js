// Optional: lane toggles, full view, tables sorted by their columns, Escape for cards. Nothing is remembered; every
// word comes from the page.
(() => {
  const all = (root, selector) => [...root.querySelectorAll(selector)];

  const button = (content, onclick) => {
    const made = document.createElement("button");
    made.type = "button";
    made.append(...content);
    made.onclick = onclick;
    return made;
  };

  // A map that does not fit takes the room that a hidden table of contents leaves beside it.
  const widen = (map, lack) => {
    if (!document.querySelector(".md-sidebar--secondary[hidden]") || document.querySelector(".md-sidebar--primary[hidden]")) return;
    const { left, right } = map.getBoundingClientRect();
    const beside = getComputedStyle(map).direction === "rtl" ? left : document.documentElement.clientWidth - right;
    if (beside > 24) map.style.marginInlineEnd = `${-Math.min(beside - 24, lack)}px`;
  };

  // One that still scrolls sideways and is much taller than the window scrolls by itself, so that its header stays.
  const fit = () => all(document, ".journey__scroll").forEach((scroller) => {
    const map = scroller.parentNode;
    const grid = scroller.firstElementChild;
    const lack = () => grid.offsetWidth - scroller.clientWidth;
    map.style.marginInlineEnd = "";
    if (lack() > 1 && !map.classList.contains("is-expanded")) widen(map, lack());
    map.classList.toggle("is-tall", lack() > 1 && grid.offsetHeight > innerHeight * 1.8);
  });

  const expand = (map, button, on) => {
    map.classList.toggle("is-expanded", on);
    button.setAttribute("aria-expanded", on);
    button.textContent = on ? map.dataset.close : map.dataset.full;
    document.documentElement.style.overflow = on ? "hidden" : "";
    fit();
    if (!on) map.scrollIntoView({ block: "nearest" });
    button.focus();
  };

  const equip = (map) => {
    if (map.dataset.ready) return;
    map.dataset.ready = "yes";
    const bar = document.createElement("div");
    const boxes = document.createElement("div");
    bar.className = "journey-tools";
    boxes.hidden = true;
    all(map, ".journey-lanes b:not(.journey-r1, .journey-r2)").forEach((name) => {
      const row = name.style.getPropertyValue("--row");
      const box = document.createElement("input");
      const label = document.createElement("label");
      box.type = "checkbox";
      box.checked = true;
      box.onchange = () => all(map, `.journey-grid [style^="--row:${row};"]`).forEach((cell) => { cell.hidden = !box.checked; });
      label.append(box, [...name.childNodes].find((node) => node.nodeType === 3).data);
      boxes.append(label);
    });
    const choose = button([map.dataset.lanes], () => {
      boxes.hidden = !boxes.hidden;
      choose.setAttribute("aria-expanded", !boxes.hidden);
    });
    const full = button([map.dataset.full], () => expand(map, full, !map.classList.contains("is-expanded")));
    [choose, full].forEach((control) => control.setAttribute("aria-expanded", false));
    map.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && map.classList.contains("is-expanded")) expand(map, full, false);
    });
    bar.append(choose, full, boxes);
    map.querySelector(".journey__scroll").before(bar);
  };

  // A click on the name of a column sorts by it, another one turns that round. The order of the page, in which rows may
  // belong together, comes back with its own column.
  const sortable = (table) => {
    if (table.dataset.ready) return;
    table.dataset.ready = "yes";
    const { rows: [head], tBodies: [body] } = table;
    const rows = [...body.rows];
    const together = rows.filter((row) => row.className);
    const { compare } = new Intl.Collator(document.documentElement.lang || [], { numeric: true });
    [...head.cells].forEach((name, column) => {
      const first = name.getAttribute("aria-sort");
      const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.replace("–", "").trim();
      name.append(button(name.childNodes, () => {
        const order = name.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
        const turn = order === "ascending" ? 1 : -1;
        [...head.cells].forEach((other) => other.removeAttribute("aria-sort"));
        name.setAttribute("aria-sort", order);
        together.forEach((row) => row.classList.toggle("follows", order === first));
        body.append(...order === first ? rows : [...rows].sort((one, two) => {
          const [a, b] = [value(one), value(two)];
          return !a - !b || turn * (a - b || compare(a, b));
        }));
      }));
    });
  };

  const start = () => {
    document.documentElement.style.overflow = "";
    all(document, ".journey--tools").forEach(equip);
    all(document, ".journey-table:not(.is-matrix)").forEach(sortable);
    fit();
  };
  addEventListener("resize", fit);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    all(document, ".journey-ref:is(:hover, :focus-within)").forEach((link) => {
      link.classList.add("is-off");
      for (const end of ["pointerleave", "focusout"]) link.addEventListener(end, () => link.classList.remove("is-off"), { once: true });
    });
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  // Material's instant navigation replaces the page without loading it anew.
  if (window.document$) window.document$.subscribe(start);
})();
