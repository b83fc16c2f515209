"""Pages: find, ask, act, redirect. A page changes nothing itself."""
