(mode) => {
  const said = (node) => node.tagName.toLowerCase() + (node.id ? "#" + node.id : "")
    + (typeof node.className === "string" && node.className ? "." + node.className.trim().replace(/\s+/g, ".") : "")
    + " “" + (node.textContent || node.name || "").trim().slice(0, 30) + "”";
  const shown = (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(node).visibility === "visible" && !node.closest(".vh");
  };
  // Where the look promises a thumb's width; everything else needs 24, but for links inside a sentence.
  const THUMB = ".btn, .chip, .tabs a, .nav a, .input, summary, .found a, .brand, .where, .tile, .onebox input, .slot";
  const inSentence = (node) => {
    const around = node.closest("p, li, dd, dt, td, th, figcaption, span, strong, cite, h1, h2, h3");
    return node.tagName === "A" && around && getComputedStyle(node).display === "inline";
  };

  if (mode === "small") {
    return Array.from(document.querySelectorAll("a[href], button, input, select, textarea, summary, .pill .chip"))
      // A pill is pressed by its label, which lies around the small round box.
      .filter((node) => node.type !== "hidden" && shown(node) && !node.matches(".pill input") && !(node.closest(".card") && node.closest("h2, h3")))
      .map((node) => {
        const box = node.getBoundingClientRect();
        const least = node.matches(THUMB) ? 44 : inSentence(node) ? 0 : 24;
        return box.height + 0.5 < least || box.width + 0.5 < Math.min(least, 24)
          ? `too small to press (${Math.round(box.width)}×${Math.round(box.height)}, needs ${least}): ${said(node)}` : "";
      })
      .filter(Boolean);
  }

  if (mode === "words") {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const pieces = [];
    // What stands in translate="no" is the same in every language: codes and short addresses.
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest('[translate="no"]')) pieces.push(walker.currentNode.data);
    }
    return pieces.join("\n");
  }

  const root = document.documentElement;
  const over = root.scrollWidth - root.clientWidth;
  if (over <= 0) return [];
  const out = Array.from(document.querySelectorAll("body *")).filter((node) => {
    const box = node.getBoundingClientRect();
    return shown(node) && (box.right > root.clientWidth + 1 || box.left < -1) && !node.closest(".scroll, .strip, .tabs, .skip");
  });
  return [`scrolls sideways by ${over} px: ${out.slice(0, 3).map(said).join("; ")}`];
}
