"use strict";

const live = document.getElementById("live");
let shown;

/** Puts a button beside every command. */
for (const command of document.querySelectorAll("pre")) {
  const line = document.createElement("div");
  const button = document.createElement("button");
  line.className = "line";
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(command.textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  command.replaceWith(line);
  line.append(command, button);
}

/** Whether somebody is just using what would be replaced. */
function inUse() {
  const selection = getSelection();
  return live.contains(document.activeElement)
    || (!selection.isCollapsed && selection.containsNode(live, true));
}

async function refresh() {
  if (document.hidden || inUse()) {
    return;
  }
  const answer = await fetch(live.dataset.from ?? "live");
  const text = await answer.text();
  if (text === shown) {
    return;
  }
  const fresh = new DOMParser().parseFromString(text, "text/html").body;
  const asItCame = shown === undefined && fresh.innerHTML.trim() === live.innerHTML.trim();
  shown = text;
  if (!asItCame) {
    live.replaceChildren(...fresh.childNodes);
  }
}

setInterval(() => refresh().catch(() => undefined), 2000);
