"""Static files under names that change with their content."""

from functools import cached_property

from django.conf import settings
from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleManifestStorage(CompressedManifestStaticFilesStorage):
    """Hashed names, also for what a script imports from another script."""

    support_js_module_import_aggregation = True

    def url(self, name: str | None, force: bool = False) -> str:
        """The address of a file, looked up once: a page has a dozen, and they change only with the installation."""
        if settings.DEBUG or force:
            return super().url(name, force)
        found = self.addresses.get(name)
        if found is None:
            found = self.addresses[name] = super().url(name)
        return found

    @cached_property
    def addresses(self) -> dict[str | None, str]:
        """By name, the addresses that have been asked for."""
        return {}
