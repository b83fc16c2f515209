"""Hands that fill in a form: with a mouse, or with the keyboard alone."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

FAR = 200  # key presses after which something is out of reach
ACTIVE = """() => {
    const found = document.activeElement;
    if (found === document.body) return ["", "", ""];
    return [found.name || "", found.value || "", (found.innerText || "").trim()];
}"""


def before(page: Page) -> None:
    """Mark the page that stands, so that the next can be told from it."""
    page.evaluate("() => { document.querySelector('h1').dataset.before = 'yes'; }")


def after(page: Page) -> None:
    """Wait for the page that follows, whether the browser or a script brings it.

    Scripts move the focus once, when they have loaded; a person sees it move.
    """
    page.locator("h1:not([data-before])").wait_for()
    page.wait_for_load_state("load")


@dataclass
class Mouse:
    """Points, clicks and types."""

    page: Page

    def fill(self, name: str, words: str) -> None:
        self.page.locator(f'main [name="{name}"]').fill(words)

    def tick(self, name: str, value: str) -> None:
        """Choose one of the radios, or tick a box."""
        self.page.locator(f'main [name="{name}"][value="{value}"]').check()

    def select(self, name: str, words: str) -> None:
        self.page.locator(f'main select[name="{name}"]').select_option(label=words)

    def unfold(self, words: str) -> None:
        """Open what is folded away behind these words."""
        self.page.locator("main summary", has_text=words).click()

    def follow(self, words: str) -> None:
        self.lead(self.page.locator("main").get_by_role("link", name=words).first)

    def press(self, words: str) -> None:
        self.lead(self.page.locator("main").get_by_role("button", name=words, exact=True))

    def lead(self, found: Locator) -> None:
        """Click once the page is whole, and wait for the page that follows."""
        self.page.wait_for_load_state("load")
        before(self.page)
        found.click()
        after(self.page)


@dataclass
class Keyboard:
    """Tab, arrows, space, enter, and letters; nothing else."""

    page: Page

    def active(self) -> list[str]:
        """Name, value and words of what has the focus."""
        return self.page.evaluate(ACTIVE)

    def reach(self, is_wanted) -> None:
        """Tab until what is wanted has the focus. Raises AssertionError when it never comes."""
        for _ in range(FAR):
            if is_wanted(*self.active()):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"not reached with the keyboard on {self.page.url}: {self.active()}")

    def fill(self, name: str, words: str) -> None:
        self.reach(lambda own, value, said: own == name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words) if words else self.page.keyboard.press("Delete")

    def tick(self, name: str, value: str) -> None:
        radio = self.page.locator(f'main [name="{name}"]').first.get_attribute("type") == "radio"
        self.reach(lambda own, has, said: own == name and (radio or has == value))
        if not radio:
            self.page.keyboard.press("Space")
            return
        self.page.keyboard.press("Space")
        for _ in range(FAR):
            if self.active()[1] == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{name} has no {value}")

    def select(self, name: str, words: str) -> None:
        self.reach(lambda own, value, said: own == name)
        chosen = f'main select[name="{name}"] option:checked'
        for _ in range(FAR):
            if self.page.locator(chosen).inner_text() == words:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{name} has no {words}")

    def unfold(self, words: str) -> None:
        self.reach(lambda own, value, said: words in said)
        self.page.keyboard.press("Space")

    def follow(self, words: str) -> None:
        self.reach(lambda own, value, said: words in said)
        self.enter()

    def press(self, words: str) -> None:
        self.reach(lambda own, value, said: said == words)
        self.enter()

    def enter(self) -> None:
        """Press Enter and wait for the page that follows, whether the browser or a script brings it."""
        before(self.page)
        self.page.keyboard.press("Enter")
        after(self.page)


def day(hand, name: str, when) -> None:
    """A date, box by box."""
    for part, words in zip(("day", "month", "year"), (when.day, when.month, when.year), strict=True):
        hand.fill(f"{name}[{part}]", str(words))
