/* What the pages add when scripts run: where the focus goes, and what is read out. Everything works without it.
   ES5 on purpose: it must also parse where htmx does not. */
(function () {
  "use strict";

  function focusOn(node) {
    if (!node) { return; }
    if (!node.hasAttribute("tabindex")) { node.setAttribute("tabindex", "-1"); }
    node.focus();
  }

  function within(root, selector) {
    return root.matches && root.matches(selector) ? root : root.querySelector && root.querySelector(selector);
  }

  /* Words marked data-say in new content go to the page's status region, where screen readers hear them. */
  function readOut(root) {
    var words = within(root, "[data-say]");
    var region = document.getElementById("status");
    if (words && region) { region.textContent = words.textContent; }
  }

  document.addEventListener("htmx:after:settle", function (event) {
    var fresh = (event.detail && event.detail.newContent) || [];
    for (var i = 0; i < fresh.length; i += 1) {
      if (fresh[i].nodeType === 1) {
        readOut(fresh[i]);
        focusOn(within(fresh[i], "[data-focus]"));
      }
    }
  });

  /* Away in a hurry: the page goes blank at once, and "Back" does not lead here again. */
  document.addEventListener("click", function (event) {
    var link = event.target && event.target.closest && event.target.closest("[data-leave]");
    if (!link) { return; }
    event.preventDefault();
    document.title = "…";
    document.body.hidden = true;
    window.location.replace(link.href);
  });

  /* A line of tabs or chips that is wider than the screen begins at the one that is open. */
  function showCurrent() {
    var open = document.querySelectorAll(".tabs > [aria-current], .strip [aria-current]");
    for (var i = 0; i < open.length; i += 1) {
      var line = open[i].closest(".tabs, .strip");
      var here = open[i].getBoundingClientRect();
      var whole = line.getBoundingClientRect();
      if (here.left < whole.left || here.right > whole.right) {
        line.scrollLeft += (here.left + here.right - whole.left - whole.right) / 2;
      }
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    showCurrent();
    focusOn(document.querySelector(".summary[data-focus]"));
  });
}());
