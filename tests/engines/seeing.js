// What a reader sees of a page, as a script can tell. Each function returns plain data.
(() => {
  const squeezed = (text) => text.replace(/[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069]+/g, "");
  const name = (element) => `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).join("")} “${(element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const rounded = (box) => [box.left, box.top, box.right, box.bottom].map((side) => Math.round(side * 10) / 10);
  const union = (boxes) => ({
    left: Math.min(...boxes.map((box) => box.left)), top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)), bottom: Math.max(...boxes.map((box) => box.bottom)),
  });
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  // Colours as numbers from 0 to 255 and an alpha from 0 to 1, whatever notation an engine computes.
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const colour = (text) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (above, below) => above.slice(0, 3).map((one, i) => one * above[3] + below[i] * (1 - above[3]));
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      layers.push(colour(getComputedStyle(at).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };

  // Why nobody sees a text: a few words, or nothing where it is seen. What can be scrolled to is seen.
  const unseen = (node) => {
    const element = node.parentElement, style = getComputedStyle(element);
    for (let at = element; at; at = at.parentElement) {
      const folded = at.closest("details:not([open])");
      if (folded && !at.closest("summary")) return "folded";
    }
    if (!element.checkVisibility()) return "not displayed";
    if (!shown(element)) return "invisible";
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()];
    if (!boxes.some((box) => box.width > 1.5 && box.height > 1.5) || parseFloat(style.fontSize) < 2) return "tiny";
    let box = union(boxes.filter((box) => box.width > 0));
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const cuts = getComputedStyle(at);
      if (/^inset\((?:50%|100%)/.test(cuts.clipPath) || /^rect\((?:0|1)px/.test(cuts.clip)) return "clipped";
      if (cuts.position === "fixed") break;
      const edge = at.getBoundingClientRect();
      if (/hidden|clip/.test(cuts.overflowX)) box = { ...box, left: Math.max(box.left, edge.left), right: Math.min(box.right, edge.right) };
      if (/hidden|clip/.test(cuts.overflowY)) box = { ...box, top: Math.max(box.top, edge.top), bottom: Math.min(box.bottom, edge.bottom) };
    }
    if (box.right - box.left <= 1.5 || box.bottom - box.top <= 1.5) return "clipped";
    const below = ground(element), ink = over(colour(style.color), below);
    if (ink.every((one, i) => Math.abs(one - below[i]) < 16)) return "same colour";
    return "";
  };

  const texts = (inside) => {
    const found = [];
    for (const root of document.querySelectorAll(inside)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (squeezed(walker.currentNode.data)) found.push(walker.currentNode);
    }
    return found;
  };

  const TARGETS = "a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button], [role=link], [role=tab]";

  window.seeing = {
    // Of each selector: "whole" where all its shown elements are in the window and below a header that stays there,
    // "cut" where some of it is, "outside" where nothing is, "absent" where nothing is shown; and the box around it.
    firstScreen: (selectors) => {
      const header = [...document.querySelectorAll(".md-header, .md-tabs, header.navbar")].filter((one) => /fixed|sticky/.test(getComputedStyle(one).position) && shown(one));
      const top = Math.max(0, ...header.map((one) => one.getBoundingClientRect().bottom));
      return Object.fromEntries(selectors.map((selector) => {
        const boxes = [...document.querySelectorAll(selector)].filter(shown).map((one) => one.getBoundingClientRect()).filter((box) => box.width && box.height);
        if (!boxes.length) return [selector, { place: "absent", box: null }];
        const inside = (box) => box.left >= -1 && box.right <= innerWidth + 1 && box.top >= top - 1 && box.bottom <= innerHeight + 1;
        const outside = (box) => box.left >= innerWidth || box.right <= 0 || box.top >= innerHeight || box.bottom <= top;
        const place = boxes.every(inside) ? "whole" : boxes.every(outside) ? "outside" : "cut";
        return [selector, { place, box: rounded(union(boxes)) }];
      }));
    },

    // Which typed texts, or pieces of them, nobody sees, each with where it stands and why; and which are not there at all.
    unseen: (typed, inside) => {
      const wanted = typed.map(squeezed), nodes = texts(inside), found = [];
      const seen = new Map(nodes.map((node) => [node, unseen(node)]));
      for (const [node, why] of seen) {
        // Names of lanes, controls and cards of links are not what somebody typed here.
        if (node.parentElement.closest("dt, label, button, [role=tooltip], .journey-lanes")) continue;
        const text = squeezed(node.data).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
        if (!why || !/\p{L}/u.test(text) || !wanted.some((one) => one.includes(text))) continue;
        const place = node.parentElement.closest("dd, h2, h3, h4, header, li, td, th, figure") ?? node.parentElement;
        const besides = nodes.some((other) => !seen.get(other) && place.contains(other) && squeezed(other.data).includes(text));
        if (!besides) found.push({ text: node.data.trim(), place: name(place), why });
      }
      const every = squeezed(nodes.map((node) => node.data).join(""));
      typed.forEach((text, i) => { if (!every.includes(wanted[i])) found.push({ text, place: "", why: "absent" }) });
      return found;
    },

    // Targets smaller than 24 px on a side, those in running text aside. Spaced: a circle of 24 px around it meets no
    // other target, which WCAG 2.5.8 accepts.
    smallTargets: (inside, least) => {
      const all = [...document.querySelectorAll(TARGETS)].filter((one) => shown(one) && one.getBoundingClientRect().width > 1);
      const running = (one) => getComputedStyle(one).display.startsWith("inline") && one.parentElement && squeezed(one.parentElement.textContent).length > squeezed(one.textContent).length && !one.matches("button, input, summary");
      const boxes = new Map(all.map((one) => [one, one.getBoundingClientRect()]));
      return all.filter((one) => one.closest(inside) && !running(one) && (boxes.get(one).width < least || boxes.get(one).height < least)).map((one) => {
        const box = boxes.get(one), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
        const near = (other) => {
          const b = boxes.get(other), small = b.width < least || b.height < least;
          const dx = small ? (b.left + b.right) / 2 - x : Math.max(b.left - x, 0, x - b.right), dy = small ? (b.top + b.bottom) / 2 - y : Math.max(b.top - y, 0, y - b.bottom);
          return Math.hypot(dx, dy) < (small ? least : least / 2);
        };
        return { name: name(one), width: Math.round(box.width * 10) / 10, height: Math.round(box.height * 10) / 10, spaced: !all.some((other) => other !== one && near(other)) };
      });
    },

    // How many elements each has, itself and those of drawings included.
    elements: (selector) => [...document.querySelectorAll(selector)].map((one) => one.querySelectorAll("*").length + 1),

    // How far the page is wider than the window, and what of ours reaches out of it where nothing scrolls.
    overflow: (inside) => {
      const wider = document.documentElement.scrollWidth - innerWidth;
      const scrolls = (one) => { for (let at = one.parentElement; at; at = at.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return true; return false };
      const out = [...document.querySelectorAll(`${inside} *`)].filter((one) => shown(one) && !scrolls(one) && one.getBoundingClientRect().right > innerWidth + 1);
      return { wider: Math.max(0, wider), by: out.map(name) };
    },

    // Shifts of layout since the page was opened: all of them, and those in which something inside moved. Chromium alone
    // tells them.
    shifts: (inside) => new Promise((done) => {
      const sum = { all: 0, ours: 0 };
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
          sum.all += shift.value;
          if (shift.sources.some(({ node }) => (node?.nodeType === 1 ? node : node?.parentElement)?.closest(inside))) sum.ours += shift.value;
        }
      }).observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
    }),

    boxes: (selector) => [...document.querySelectorAll(selector)].filter(shown).flatMap((one) => [...one.getClientRects()]).filter((box) => box.width).map(rounded),
    colour: (text) => colour(text),

    // The centres of dots of the curve that are in the window and in no scroller's hidden part: where, in which colour,
    // and whether the dot is meant to be hollow.
    dots: () => [...document.querySelectorAll(".journey-grid .journey-pt")].flatMap((point) => {
      const dot = getComputedStyle(point, "::before"), box = point.getBoundingClientRect();
      if (!box.width || dot.content === "none" || !/\d/.test(dot.width)) return [];
      const x = box.left + parseFloat(dot.left) + parseFloat(dot.marginLeft) + parseFloat(dot.width) / 2, y = box.top + parseFloat(dot.top) + parseFloat(dot.marginTop) + parseFloat(dot.height) / 2;
      const scroller = point.closest(".journey__scroll")?.getBoundingClientRect() ?? { left: 0, right: innerWidth };
      if (x < scroller.left + 8 || x > scroller.right - 8 || y < 8 || y > innerHeight - 8) return [];
      const hollow = point.matches(".journey-pt--hyp, .journey-pt--was, .journey-emotion--planned .journey-pt:not(.journey-pt--today)");
      return [{ x, y, colour: over(colour(getComputedStyle(point).color), ground(point)).map(Math.round), hollow, text: point.textContent.trim() }];
    }),
  };
})();
