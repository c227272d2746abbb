"""The table of rules: code → module, each module one rule, loaded when it is asked for."""

from __future__ import annotations

import sys

from footlint.rule import Rule

#: In the order in which rules are listed. Names of modules below this package.
MODULES: dict[str, str] = {
    "FN001": "numbering.missing_note",
    "FN002": "numbering.orphan_note",
    "FN003": "numbering.numbering_gap",
    "FN004": "numbering.duplicate_note",
    "FN005": "numbering.duplicate_marker",
    "FN006": "numbering.marker_out_of_order",
    "FN007": "numbering.note_out_of_order",
    "FN008": "numbering.unexpected_start",
    "FN009": "numbering.empty_note",
    "FN010": "numbering.marker_before_punctuation",
    "FN011": "numbering.note_off_page",
    "FN012": "numbering.mixed_marker_style",
    "FN013": "numbering.missing_final_stop",
    "FN014": "numbering.adjacent_markers",
    "FN015": "numbering.dangling_cross_reference",
    "FN016": "numbering.hand_typed_note",
    "PG001": "locators.missing_pages",
    "PG002": "locators.missing_page_prefix",
    "PG003": "locators.page_prefix_number",
    "PG004": "locators.reversed_range",
    "PG005": "locators.range_form",
    "PG006": "locators.range_dash",
    "PG007": "locators.malformed_locator",
    "PG008": "locators.page_outside_work",
    "PG009": "locators.unsorted_pages",
    "PG010": "locators.vague_locator",
    "TR001": "romanization.variant_spelling",
    "TR002": "romanization.off_system",
    "TR003": "romanization.mixed_in_word",
    "TR004": "romanization.unknown_reading",
    "TR005": "romanization.sign_form",
    "TR006": "romanization.mixed_script",
    "TR007": "romanization.initials",
    "CT001": "citations.ibid_without_antecedent",
    "CT002": "citations.ambiguous_ibid",
    "CT003": "citations.title_variant",
    "CT004": "citations.imprint_conflict",
    "CT005": "citations.author_form",
    "CT006": "citations.editor_number",
    "CT007": "citations.missing_imprint",
    "CT008": "citations.abbreviation_form",
    "CT009": "citations.impossible_date",
    "CT010": "citations.signal_punctuation",
    "CT011": "citations.short_before_full",
    "CT012": "citations.title_not_italic",
    "CT013": "citations.unbalanced",
    "CT014": "citations.initial_without_stop",
    "CT015": "citations.repeated_full_citation",
    "CT016": "citations.ambiguous_short_form",
    "CT017": "citations.unwanted_ibid",
    "TY001": "typography.en_dash_in_compound",
    "TY002": "typography.mixed_quotes",
    "TY003": "typography.missing_space",
    "E001": "engine.unreadable_file",
    "E002": "engine.rule_failed",
    "E003": "engine.unused_suppression",
}

#: Those that only report what `footlint.numbering` finds: where it finds none of their kind they need not be loaded.
SLIPS = frozenset({"FN001", "FN002", "FN003", "FN004", "FN005", "FN006", "FN007"})


def load(code: str) -> Rule:
    """The rule with this code. Raises KeyError for a code that does not exist."""
    name = f"{__name__}.{MODULES[code]}"
    __import__(name)
    for value in vars(sys.modules[name]).values():
        if isinstance(value, Rule) and value.code == code:
            return value
    message = f"the module of {code} defines no rule with that code"
    raise TypeError(message)
