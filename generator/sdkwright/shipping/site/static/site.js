"use strict";

// Copies code. A browser offers no clipboard to a page from an insecure address: no button there.
function addCopyButtons() {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll("article .highlight")) {
    const code = block.querySelector("pre");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not allowed";
      }
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    block.append(button);
  }
}

// What scrolls sideways can be scrolled with the keyboard; what does not is no stop for it.
function letKeysScroll() {
  for (const part of document.querySelectorAll("article pre, article .table-wrapper")) {
    const scrolls = part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight;
    if (scrolls) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  }
}

addCopyButtons();
letKeysScroll();
addEventListener("resize", letKeysScroll);
addEventListener("load", letKeysScroll);
