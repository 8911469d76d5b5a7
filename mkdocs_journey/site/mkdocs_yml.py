"""mkdocs.yml is read, and nothing of it is run: tags and inherited files mean what they mean to MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_journey.message import ToldError, message, sentences
from mkdocs_journey.site.configuration import UnusableSiteError

if TYPE_CHECKING:
    from mkdocs_journey.site.configuration import SiteConfig


def read_configuration(path: Path, config: SiteConfig) -> dict[str, Any]:
    """The options as written. Raises :class:`UnusableSiteError`.

    ``config`` need not be filled yet: paths relative to its folders are looked up when they are used.
    """
    import yaml

    try:
        written = _load(path, _loader(config))
    except OSError as error:
        if not error.strerror:
            raise UnusableSiteError(message("{path} cannot be read: it cannot be opened.", path=path)) from None
        raise UnusableSiteError(
            message("{path} cannot be read: {reason}.", path=path, reason=error.strerror.lower())
        ) from None
    except yaml.YAMLError as error:
        reason = message(
            "MkDocs encountered an error parsing the configuration file: {error}", error=_on_one_line(error)
        )
        raise UnusableSiteError(sentences(message("{path} cannot be read.", path=path), reason)) from None
    except _ConfigurationError as error:
        raise UnusableSiteError(sentences(message("{path} cannot be read.", path=path), error.message)) from None
    except (RecursionError, ValueError, TypeError, AttributeError):
        raise UnusableSiteError(message("{path} cannot be read as YAML.", path=path)) from None
    if not isinstance(written, dict):
        raise UnusableSiteError(message("{path} does not consist of options.", path=path))
    return written


class _ConfigurationError(ToldError):
    """What is wrong, in a sentence, as MkDocs says it."""


def _on_one_line(written: object) -> str:
    return " ".join(str(written).split())


def _load(path: Path, loader: Any) -> Any:
    """A file with all that it inherits; what it says itself comes first."""
    import yaml

    with path.open("rb") as file:
        written = yaml.load(file, Loader=loader)  # noqa: S506 - a safe loader
    if written is None:
        return {}
    if "INHERIT" in written:
        named = written.pop("INHERIT")
        inherited = Path(os.path.normpath(path.parent / named))
        if not inherited.exists():
            raise _ConfigurationError(
                message(
                    "Inherited config file '{named}' does not exist at '{path}'.",
                    named=_on_one_line(named),
                    path=_on_one_line(inherited),
                )
            )
        written = _merged(_load(inherited, loader), written)
    return written


def _merged(inherited: Any, own: Mapping[Any, Any]) -> Any:
    for name, value in own.items():
        both = name in inherited and isinstance(inherited[name], Mapping) and isinstance(value, Mapping)
        inherited[name] = _merged(inherited[name], value) if both else value
    return inherited


def _loader(config: SiteConfig) -> Any:
    """A loader that knows the tags of MkDocs and runs nothing: a Python name stays a text."""
    import yaml
    from yaml_env_tag import construct_env_tag

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """A loader of its own: others are left as they are."""

    def text(loader: Any, suffix: str, node: Any) -> str:
        return suffix

    def folder(loader: Any, node: Any) -> _NamedFolder:
        loader.construct_scalar(node)
        return _named_folder(node.value or "", config)

    Loader.add_constructor("!ENV", construct_env_tag)
    Loader.add_constructor("!relative", folder)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", text)
    Loader.add_multi_constructor("!", text)
    return Loader


@dataclass(frozen=True, slots=True, eq=False)
class _NamedFolder(os.PathLike[str]):
    """``!relative $config_dir/rest`` or ``!relative $docs_dir/rest``: a path, once somebody asks for it."""

    config: SiteConfig
    name: str
    rest: str

    def __fspath__(self) -> str:
        if not self.name:
            raise UnusableSiteError(
                message(
                    "The current file is not set for the '!relative' tag. "
                    "It cannot be used in this context; the intended usage is within `markdown_extensions`."
                )
            )
        config = self.config
        top = os.path.dirname(config.config_file_path) if self.name == "$config_dir" else config.docs_dir
        return os.path.join(top, self.rest)

    def __str__(self) -> str:
        return self.__fspath__()


def _named_folder(written: str, config: SiteConfig) -> _NamedFolder:
    name, _, rest = written.partition("/")
    if name.startswith("$") and name not in ("$config_dir", "$docs_dir"):
        raise _ConfigurationError(
            message("Unknown prefix {prefix} in !relative {written}", prefix=repr(name), written=repr(written))
        )
    if written and not name.startswith("$"):
        raise _ConfigurationError(
            message("'!relative' tag does not expect any value; received {written}", written=repr(written))
        )
    return _NamedFolder(config, name, rest)
