// What somebody typed into a form: as it is sent, and as it is read.

// Every name and its words, as the browser itself would send them. The token is never kept.
export function wordsOf(form, submitter) {
  const sent = [...new FormData(form, submitter)].filter(([, word]) => typeof word === "string");
  return sent
    .filter(([name]) => name !== "csrfmiddlewaretoken")
    .map(([name, word]) => [name, word.replace(/\r\n|\r|\n/g, "\r\n")]);
}

const text = (found) => found?.textContent.replace(/\s+/g, " ").trim() ?? "";

function questionOf(box) {
  const group = box.closest("fieldset");
  const legend = group && text(group.querySelector("legend"));
  return legend || text(box.labels?.[0]) || box.name;
}

function answerOf(box) {
  if (box.type === "radio" || box.type === "checkbox") return box.checked && box.value ? text(box.labels?.[0]) || box.value : "";
  if (box instanceof HTMLSelectElement) return box.value ? text(box.selectedOptions[0]) : "";
  return box.value;
}

// Question and answer in words, several answers to one question on one line.
export function readable(form) {
  const answers = new Map();
  for (const box of form.elements) {
    if (!box.name || ["hidden", "submit", "button", "file"].includes(box.type)) continue;
    const answer = answerOf(box);
    if (!answer) continue;
    const question = questionOf(box);
    answers.set(question, answers.has(question) ? `${answers.get(question)} ${answer}` : answer);
  }
  return [...answers];
}
