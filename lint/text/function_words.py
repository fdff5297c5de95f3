"""Function words: those that hold a sentence together and name nothing, and the sets that differ from them on purpose.

All are in lower case, apostrophes straight.
"""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    "the and for with from that this they them their then than there here have has had was were are been being will "
    "would can could may might must shall should not but you your she her him his its our out who whom whose what when "
    "where which while why how all any some one two into onto over under about after before because did does done got "
    "also just very more most much many such only own same other each every both few these those of to in on at by as "
    "or if so no nor it is be he we me my us an a i do go up".split()
)
"""The model of context and the tools that train it know these; a word that joins them trains them anew."""

RUN_TOGETHER = FUNCTION_WORDS | frozenset(
    "between upon get give gave let made make put said say says see take took too use used yours".split()
)
"""Words that grow together with no other one: where they stand against it, a space is missing (“tothe”, “saidthat”)."""

NEVER_NAMES = frozenset(
    "a an and are as at be but by for from has have he her his if in is it its not of on or our she so that the their "
    "them then there they this to was we were which who will with would you your".split()
)
"""Words that are no name when they have a capital: “The The” is a slip, “May May” may be a month and a minister."""

_MAY_FOLLOW = frozenset("few one other own same two".split())
_ADVERBS = frozenset(
    "against although always among between down during even never now off often since still though through too until "
    "within without yet".split()
)
NOT_POSSESSED = (FUNCTION_WORDS - _MAY_FOLLOW) | _ADVERBS
"""Words that no possessive stands before: after “the ministers”, “were” says that no apostrophe is missing, while “own”
does not."""

PARTICLES = frozenset("abu al ben bin bint da de del der di du el ibn la le ul van von".split())
"""Words in lower case within people’s names: Khalil al-Hayya, Ursula von der Leyen."""
