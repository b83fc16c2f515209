// Brings the NHS.UK components to life. Every page also works without.
import { initAll } from "../vendor/nhsuk/nhsuk-frontend.min.js";

initAll();
