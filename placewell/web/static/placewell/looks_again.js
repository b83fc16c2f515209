// A page that is read anew after so many seconds: <p data-looks-again="60">. Without scripts its link does it.
const told = document.querySelector("[data-looks-again]");
for (const says of told.querySelectorAll("[data-looks-again-says]")) says.hidden = false;

const again = () => {
  // Not under the hands of somebody who is on a link, and not while there is no connection to read it with.
  const held = document.activeElement && document.activeElement !== document.body;
  if (document.visibilityState === "visible" && navigator.onLine && !held) location.reload();
};
setInterval(again, Number(told.dataset.looksAgain) * 1000);
