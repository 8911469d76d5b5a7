"""Every kind of finding that lines, fences and YAML can give."""

from __future__ import annotations

from mkdocs_journey.findings import Code, Severity
from mkdocs_journey.message import message

RESERVED_START = Code("JN001", Severity.ERROR, message("A text starts with a character that has a meaning of its own."))
BRACKET_START = Code("JN002", Severity.ERROR, message("A text starts with a bracket or a brace but is no list."))
QUOTE_THEN_MORE = Code("JN003", Severity.ERROR, message("A text goes on after its closing quotation mark."))
QUESTION_START = Code("JN004", Severity.ERROR, message("A text starts with a question mark and a space."))
NUMBER_SIGN_START = Code("JN005", Severity.ERROR, message("A text starts with # and would not be shown."))
COLON_INSIDE = Code("JN006", Severity.ERROR, message("A text contains a colon and a space."))
COLON_END = Code("JN007", Severity.ERROR, message("A text ends in a colon."))
NUMBER_SIGN_CUTS = Code("JN008", Severity.ERROR, message("A # after a space cuts a text."))
COMMENT_AFTER_TEXT = Code("JN009", Severity.INFO, message("What follows # is a comment and is not shown."))
COMMA_IN_BRACES = Code("JN010", Severity.ERROR, message("A comma inside braces ends a text."))
COMMAS_MAKE_TEXTS = Code("JN011", Severity.INFO, message("The commas inside brackets make several texts of one."))
FIELDS_BELOW_TEXT = Code("JN012", Severity.ERROR, message("Fields stand below a text that has no field name."))
NO_SPACE_AFTER_COLON = Code("JN013", Severity.ERROR, message("A field name has no space after its colon."))
OTHER_SPACE = Code("JN014", Severity.ERROR, message("A tab or a special space stands where a plain space belongs."))
FULL_WIDTH_COLON = Code("JN015", Severity.ERROR, message("A full-width colon follows a field name."))
FULL_WIDTH_COMMA = Code("JN016", Severity.ERROR, message("A full-width comma stands in a list in brackets or braces."))
CURLY_QUOTES = Code("JN017", Severity.ERROR, message("Curly quotation marks are used to quote."))
LONE_DASH = Code("JN018", Severity.ERROR, message("A dash stands where a text belongs."))
OTHER_MARKER = Code("JN019", Severity.ERROR, message("A list uses another marker than a dash and a space."))
NO_SPACE_AFTER_DASH = Code("JN020", Severity.ERROR, message("A list marker has no space after its dash."))
SEVERAL_LINES = Code("JN021", Severity.ERROR, message("A plain text goes on over several lines."))
INVISIBLE = Code("JN022", Severity.ERROR, message("An invisible character stands at the start."))
TOO_DEEP_FIELD = Code("JN023", Severity.ERROR, message("A field is indented deeper than its neighbours."))
QUOTE_NOT_CLOSED = Code(
    "JN024", Severity.ERROR, message("A text starts with a quotation mark and does not end with one.")
)
NO_FIELD = Code("JN025", Severity.ERROR, message("A line is neither a field nor an item of a list."))
WRONG_COLUMN = Code("JN026", Severity.ERROR, message("A line starts in a column in which nothing above it starts."))
BRACKET_NOT_CLOSED = Code("JN027", Severity.ERROR, message("A bracket or a brace is never closed."))
HEADING = Code("JN028", Severity.INFO, message("A heading stands inside a block, where it is a comment."))

EMPTY = Code("JN030", Severity.ERROR, message("A block is empty."))
NO_MAPPING = Code("JN031", Severity.ERROR, message("A block does not consist of fields."))
DUPLICATE_KEY = Code("JN032", Severity.ERROR, message("A field is written twice in one place."))
ANCHOR = Code("JN033", Severity.ERROR, message("YAML anchors and aliases are not supported."))
TAG = Code("JN034", Severity.ERROR, message("YAML tags are not supported."))
MERGE_KEY = Code("JN035", Severity.ERROR, message("YAML merge keys are not supported."))
COMPLEX_KEY = Code("JN036", Severity.ERROR, message("A field name is not a plain text."))
NESTED_TOO_DEEP = Code("JN037", Severity.ERROR, message("Too many lists or fields stand inside one another."))
TOO_LARGE = Code("JN038", Severity.ERROR, message("A block is too large."))
SEVERAL_DOCUMENTS = Code("JN039", Severity.ERROR, message("A block holds several documents."))
CONTROL_CHARACTER = Code("JN040", Severity.ERROR, message("A control character stands in a block."))
UNREADABLE = Code("JN041", Severity.ERROR, message("A line cannot be read."))
PASTED = Code("JN042", Severity.ERROR, message("A diagram or a table from elsewhere stands in a block."))

NEARLY_A_KIND = Code("JN050", Severity.WARNING, message("The line that opens a block names nearly one of our kinds."))
OTHER_FORM = Code("JN051", Severity.WARNING, message("The line that opens a block is not in the form that is drawn."))
UNCLOSED_FENCE = Code("JN052", Severity.WARNING, message("A block is never closed."))
PAGE_SETTING = Code("JN053", Severity.WARNING, message("The front matter of a page has a setting that there is not."))

SOURCE_CODES: tuple[Code, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Code))
"""All of them, in the order of their ids."""
