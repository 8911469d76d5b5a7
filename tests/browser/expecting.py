"""Playwright's ``expect``, loaded when it is first asked: tests are collected without Playwright."""

from __future__ import annotations

from typing import Any


def expect(actual: Any) -> Any:
    """What is expected of a page or an element, waited for."""
    from playwright.sync_api import expect

    return expect(actual)
