// A button that copies what stands in a box: <button data-copies="id of the box" hidden>.
// Without scripts, or without the right to copy, the box is there to be marked and copied by hand.
for (const button of document.querySelectorAll("[data-copies]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const box = document.getElementById(button.dataset.copies);
    box.select();
    await navigator.clipboard.writeText(box.value);
    document.getElementById("copied").textContent = button.dataset.said || "The link is copied.";
  });
}
