"""FactBank's values in words."""

from reportedly.records import Factuality

CERTAINTY = {
    Factuality.CT_PLUS: "certain",
    Factuality.PR_PLUS: "probable",
    Factuality.PS_PLUS: "possible",
    Factuality.CT_MINUS: "certainly not",
    Factuality.PR_MINUS: "probably not",
    Factuality.PS_MINUS: "possibly not",
    Factuality.UU: "left open",
}
