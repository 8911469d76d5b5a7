// What a walk through a page looks for. Each function returns sentences about what is wrong.
window.walk = {
  name: (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join(".")} “${element.textContent.trim().slice(0, 40)}”`,

  seen: (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest("[hidden]:not(.journey-lanes)"),

  // Words that only a screen reader gets: a box of one pixel, cut away.
  cutOnPurpose: (element) => {
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath === "inset(50%)") return true;
    return false;
  },

  texts: function* () {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode, parent = node.parentElement;
      if (!node.data.trim() || !parent.closest(".journey-ui") || !walk.seen(parent) || walk.cutOnPurpose(parent)) continue;
      yield [node, parent];
    }
  },

  // Text that leaves its cell, the scroller's content, or the window.
  overflow: () => {
    const wrong = [];
    if (document.documentElement.scrollWidth > innerWidth + 1) wrong.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const [node, parent] of walk.texts()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const cell = parent.closest("dd, .journey-step__title, .journey-phase__title, .journey-lanes b, p, li, td, pre") ?? parent;
      const scrolls = cell.closest("pre, .journey__scroll");
      const box = cell.tagName === "PRE" ? null : cell.getBoundingClientRect();
      for (const piece of range.getClientRects()) {
        if (piece.width < 1) continue;
        if (box && (piece.left < box.left - 1 || piece.right > box.right + 1)) wrong.push(`${walk.name(parent)} leaves ${walk.name(cell)} by ${Math.round(Math.max(box.left - piece.left, piece.right - box.right))} px`);
        if (!scrolls && (piece.left < -1 || piece.right > innerWidth + 1)) wrong.push(`${walk.name(parent)} leaves the window`);
      }
    }
    return [...new Set(wrong)];
  },

  // Text that reaches out of a box which cuts it.
  clipped: () => {
    const wrong = [];
    for (const [node, parent] of walk.texts()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const pieces = [...range.getClientRects()].filter((piece) => piece.width >= 1);
      for (let at = parent; at && !at.matches(".journey__scroll, pre, body"); at = at.parentElement) {
        const style = getComputedStyle(at);
        if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
        const box = at.getBoundingClientRect();
        const out = (piece) => piece.left < box.left - 1 || piece.right > box.right + 1 || piece.top < box.top - 2 || piece.bottom > box.bottom + 2;
        if (pieces.some(out)) wrong.push(`${walk.name(at)} cuts ${walk.name(parent)}`);
      }
    }
    return [...new Set(wrong)];
  },

  // How far each point is from the centre of its column, and from where its slice of the curve passes.
  points: () => {
    const off = [];
    for (const point of document.querySelectorAll(".journey-grid .journey-pt[style*='--y']")) {
      const dot = getComputedStyle(point, "::before"), box = point.getBoundingClientRect();
      if (dot.content === "none") continue;
      const column = (point.closest(".journey-step") ?? point.closest(".journey-phase")).getBoundingClientRect();
      const middle = column.left + column.width / 2;
      off.push(Math.abs(box.left + parseFloat(dot.left) + parseFloat(dot.marginLeft) + parseFloat(dot.width) / 2 - middle));
      // The curve of the map and, behind a plan, the one of today: one of them passes through the point.
      const plot = point.closest(".journey-phase").querySelector(":scope > svg"), frame = plot.getBoundingClientRect();
      const start = getComputedStyle(plot).direction === "rtl" ? frame.right - middle : middle - frame.left;
      const at = (start / frame.width) * plot.viewBox.baseVal.width, y = Number(point.style.getPropertyValue("--y"));
      const paths = [...plot.querySelectorAll("path:not(.is-axis, .is-area, .is-gap)")].map((path) => path.getAttribute("d"));
      const through = paths.some((path) => {
        const numbers = [...path.matchAll(/-?\d*\.?\d+/g)].map(Number);
        // A score alone between gaps is a short level stroke.
        if (path.includes("h")) return numbers.some((x, i) => Math.abs(x + 20 - at) < 0.06 && Math.abs(numbers[i + 1] - y) < 0.5);
        return numbers.some((x, i) => Math.abs(x - at) < 0.06 && Math.abs(numbers[i + 1] - y) < 0.5);
      });
      off.push(!paths.length || through ? 0 : 99);
    }
  return off;
  },
};
