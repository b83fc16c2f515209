// While the name of an employer is typed: names with these letters are offered, and one that looks like it is said.
// Without scripts, or without a connection, the form asks about it once it was sent.
const template = document.getElementById("looks-like");
const box = template && document.querySelector("input[list='employers']");
const offered = document.getElementById("employers");
const WAIT = 250;
const ENOUGH = 3;

if (box && !box.form.elements["which_employer"]) {
  const given = new Set([...offered.options].map((option) => option.value));
  const told = document.createElement("div");
  told.setAttribute("role", "status");
  box.closest(".nhsuk-form-group").append(told);
  let waiting, asked = "", another = "";

  const mark = document.createElement("input");
  Object.assign(mark, { type: "hidden", name: "which_employer", value: "new" });

  const use = (one) => {
    if (template.dataset.byPage) {
      const link = document.createElement("a");
      link.href = one.address;
      link.textContent = `Use ${one.says}`;
      return link;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-u-margin-bottom-0";
    button.textContent = `Use ${one.says}`;
    button.addEventListener("click", () => {
      box.value = asked = one.name;
      told.replaceChildren();
      box.focus();
    });
    return button;
  };

  const say = (near, typed) => {
    told.replaceChildren();
    // A name that is known to the letter is meant, where the form asks for a name and not for a new employer.
    if (!near.length || (!template.dataset.byPage && near.some((one) => one.same))) return;
    const piece = template.content.cloneNode(true);
    for (const one of near) {
      const item = document.createElement("li");
      item.append(use(one));
      piece.querySelector("[data-near]").append(item);
    }
    piece.querySelector("[data-another]").addEventListener("click", () => {
      another = typed;
      told.replaceChildren();
      box.form.append(mark);
      box.focus();
    });
    told.append(piece);
  };

  const ask = async () => {
    const typed = box.value.trim().replace(/\s+/g, " ");
    if (typed === asked) return;
    asked = typed;
    if (typed !== another) mark.remove();
    if (typed.length < ENOUGH || typed === another) return told.replaceChildren();
    let answer;
    try {
      answer = await fetch(`${template.dataset.asks}?name=${encodeURIComponent(typed)}`, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      answer = await answer.json();
    } catch {
      return;
    }
    if (typed !== asked) return;
    for (const name of answer.names.filter((one) => !given.has(one))) {
      given.add(name);
      offered.append(new Option("", name));
    }
    say(answer.near, typed);
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  box.form.addEventListener("submit", () => {
    if (box.value.trim().replace(/\s+/g, " ") !== another) mark.remove();
  });
}
