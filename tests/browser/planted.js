// Faults put into a page on purpose, to prove that the checks see them: a field without a label, words too pale,
// a line that runs out of the page, a button too small for a thumb.
() => {
  const main = document.querySelector("main");
  const put = (tag, attributes, words) => {
    const made = document.createElement(tag);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    made.textContent = words;
    main.append(made);
    return made;
  };
  put("input", { type: "text", id: "planted" }, "");
  const line = put("p", {}, "x".repeat(400));
  line.style.whiteSpace = "nowrap";
  line.style.color = "#ddd";
  const small = put("a", { href: "/", class: "btn" }, "Go");
  small.style.minBlockSize = "0";
  small.style.padding = "0";
}
