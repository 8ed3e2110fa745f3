"use strict";

const live = document.getElementById("live");

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
  const answer = await fetch("live");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  live.replaceChildren(...fresh.body.children);
}

setInterval(() => refresh().catch(() => undefined), 2000);
