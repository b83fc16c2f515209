// Brings the NHS.UK components to life. Every page also works without.
import { initAll } from "../vendor/nhsuk/nhsuk-frontend.min.js";

// The browser's own box for a file stays: the component's button is named otherwise than it reads (WCAG 2.5.3).
for (const box of document.querySelectorAll("[data-module='nhsuk-file-upload']")) {
  box.removeAttribute("data-module");
}

initAll();
