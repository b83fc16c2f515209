// On each page: how many things wait to be sent, in one line.

import { element, link, things } from "./drawing.js";
import { counted } from "./queue.js";

const A_DAY = 24 * 60 * 60 * 1000;

// The sentences for what waits, each with an address and the words of its link; none for nothing.
function sentences({ waiting, back, others, oldest }, { account, opens, ended }) {
  const said = [];
  const wait = (count) => `${things(count)} ${count === 1 ? "waits" : "wait"}`;
  if (account === null || !opens) {
    const count = waiting + back + (account === null ? others : 0);
    if (count) said.push([`${wait(count)} to be sent from this device.`, signIn(), "Sign in to send"]);
  } else {
    if (waiting) said.push([`${wait(waiting)} to be sent.${why(ended)}`, "/waiting/", "See what waits"]);
    if (back) said.push([`${things(back)} came back and ${back === 1 ? "needs" : "need"} you.`, "/waiting/", "Mend what came back"]);
    if (oldest && oldest < Date.now() - A_DAY) said.push(["The oldest has waited for more than a day: find a connection soon."]);
  }
  if (account !== null && others) said.push([`${wait(others)} here for somebody else to sign in.`]);
  return said;
}

const signIn = () => `/accounts/login/?next=${encodeURIComponent(location.pathname)}`;
const why = (ended) => (ended === "unreachable" ? " There is no connection." : "");

// `state`: {account (null: nobody), opens (whether their key is here), ended (how the last sending ended)}.
export async function draw(state) {
  const said = sentences(await counted(state.account), state);
  const lines = said.map(([words, address, label]) => {
    const line = element("p", { class: "nhsuk-body" }, `${words} `);
    if (address && address !== location.pathname) line.append(link(address, label));
    return line;
  });
  const place = document.querySelector("[data-outbox-banner]") ?? placed();
  if (place.textContent === lines.map((line) => line.textContent).join("")) return;
  place.replaceChildren(...lines);
  place.closest("section").hidden = lines.length === 0;
}

function placed() {
  const place = element("div", { role: "status", "data-outbox-banner": "", class: "nhsuk-inset-text placewell-waiting" });
  const section = element("section", { "aria-label": "Waiting to be sent", class: "nhsuk-width-container", hidden: "" }, place);
  document.querySelector("main").closest(".nhsuk-width-container").before(section);
  return place;
}
