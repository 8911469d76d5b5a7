"""Every kind of finding that lines, fences and YAML can give."""

from __future__ import annotations

from mkdocs_journey.findings import Code, Severity

RESERVED_START = Code("JN001", Severity.ERROR, "A text starts with a character that has a meaning of its own.")
BRACKET_START = Code("JN002", Severity.ERROR, "A text starts with a bracket or a brace but is no list.")
QUOTE_THEN_MORE = Code("JN003", Severity.ERROR, "A text goes on after its closing quotation mark.")
QUESTION_START = Code("JN004", Severity.ERROR, "A text starts with a question mark and a space.")
NUMBER_SIGN_START = Code("JN005", Severity.ERROR, "A text starts with # and would not be shown.")
COLON_INSIDE = Code("JN006", Severity.ERROR, "A text contains a colon and a space.")
COLON_END = Code("JN007", Severity.ERROR, "A text ends in a colon.")
NUMBER_SIGN_CUTS = Code("JN008", Severity.ERROR, "A # after a space cuts a text.")
COMMENT_AFTER_TEXT = Code("JN009", Severity.INFO, "What follows # is a comment and is not shown.")
COMMA_IN_BRACES = Code("JN010", Severity.ERROR, "A comma inside braces ends a text.")
COMMAS_MAKE_TEXTS = Code("JN011", Severity.INFO, "The commas inside brackets make several texts of one.")
FIELDS_BELOW_TEXT = Code("JN012", Severity.ERROR, "Fields stand below a text that has no field name.")
NO_SPACE_AFTER_COLON = Code("JN013", Severity.ERROR, "A field name has no space after its colon.")
OTHER_SPACE = Code("JN014", Severity.ERROR, "A tab or a special space stands where a plain space belongs.")
FULL_WIDTH_COLON = Code("JN015", Severity.ERROR, "A full-width colon follows a field name.")
FULL_WIDTH_COMMA = Code("JN016", Severity.ERROR, "A full-width comma stands in a list in brackets or braces.")
CURLY_QUOTES = Code("JN017", Severity.ERROR, "Curly quotation marks are used to quote.")
LONE_DASH = Code("JN018", Severity.ERROR, "A dash stands where a text belongs.")
OTHER_MARKER = Code("JN019", Severity.ERROR, "A list uses another marker than a dash and a space.")
NO_SPACE_AFTER_DASH = Code("JN020", Severity.ERROR, "A list marker has no space after its dash.")
SEVERAL_LINES = Code("JN021", Severity.ERROR, "A plain text goes on over several lines.")
INVISIBLE = Code("JN022", Severity.ERROR, "An invisible character stands at the start.")
TOO_DEEP_FIELD = Code("JN023", Severity.ERROR, "A field is indented deeper than its neighbours.")
QUOTE_NOT_CLOSED = Code("JN024", Severity.ERROR, "A text starts with a quotation mark and does not end with one.")
NO_FIELD = Code("JN025", Severity.ERROR, "A line is neither a field nor an item of a list.")
WRONG_COLUMN = Code("JN026", Severity.ERROR, "A line starts in a column in which nothing above it starts.")
BRACKET_NOT_CLOSED = Code("JN027", Severity.ERROR, "A bracket or a brace is never closed.")

EMPTY = Code("JN030", Severity.ERROR, "A block is empty.")
NO_MAPPING = Code("JN031", Severity.ERROR, "A block does not consist of fields.")
DUPLICATE_KEY = Code("JN032", Severity.ERROR, "A field is written twice in one place.")
ANCHOR = Code("JN033", Severity.ERROR, "YAML anchors and aliases are not supported.")
TAG = Code("JN034", Severity.ERROR, "YAML tags are not supported.")
MERGE_KEY = Code("JN035", Severity.ERROR, "YAML merge keys are not supported.")
COMPLEX_KEY = Code("JN036", Severity.ERROR, "A field name is not a plain text.")
NESTED_TOO_DEEP = Code("JN037", Severity.ERROR, "Too many lists or fields stand inside one another.")
TOO_LARGE = Code("JN038", Severity.ERROR, "A block is too large.")
SEVERAL_DOCUMENTS = Code("JN039", Severity.ERROR, "A block holds several documents.")
CONTROL_CHARACTER = Code("JN040", Severity.ERROR, "A control character stands in a block.")
UNREADABLE = Code("JN041", Severity.ERROR, "A line cannot be read.")
PASTED = Code("JN042", Severity.ERROR, "A diagram or a table from elsewhere stands in a block.")

NEARLY_A_KIND = Code("JN050", Severity.WARNING, "The line that opens a block names nearly one of our kinds.")
OTHER_FORM = Code("JN051", Severity.WARNING, "The line that opens a block is not in the form that is drawn.")
UNCLOSED_FENCE = Code("JN052", Severity.WARNING, "A block is never closed.")

SOURCE_CODES: tuple[Code, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Code))
"""All of them, in the order of their ids."""
