"""What a browser calls itself, in words that people know."""

from django import template

register = template.Library()

# The first that is found counts: browsers also name those that they are like.
BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox/": "Firefox",
            "FxiOS": "Firefox", "CriOS": "Chrome", "Chrome/": "Chrome", "Safari/": "Safari"}  # fmt: skip
SYSTEMS = {"iPhone": "an iPhone", "iPad": "an iPad", "Android": "Android", "Windows": "Windows",
           "Mac OS X": "a Mac", "CrOS": "a Chromebook", "Linux": "Linux"}  # fmt: skip


@register.filter
def device(user_agent: str) -> str:
    """“Chrome on Windows”; what cannot be told is left out."""
    browser = next((name for mark, name in BROWSERS.items() if mark in user_agent), "A browser")
    system = next((name for mark, name in SYSTEMS.items() if mark in user_agent), "")
    return f"{browser} on {system}" if system else browser
