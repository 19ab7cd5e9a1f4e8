"""Arms and those who bear them: a happening that one of its own slots gives to them needs no report to speak for it."""

import re
from typing import Final

from marsad.extract.draft import Draft

_BEARERS: Final = (
    "army|armies|military|paramilitar(?:y|ies)|junta|forces|troops?|soldiers?|fighters?|marines?|commandos?|peacekeepers?",
    "battalions?|brigades?|navy|air force|gun(?:man|men)|militants?|militia(?:s|men|man)?|rebels?|insurgents?",
    "guerrillas?|jihadists?|terrorists?|bandits|gangs?|(?:suicide )?bombers?",
)
_ARMS: Final = (
    "drones?|missiles?|rockets?|shells?|mortars?|artillery|howitzers?|bombs?|explosives?|landmines?|mines?|ieds?",
    "grenades?|(?:war|fighter )?jets?|warplanes?|gunships?|tanks?|rifles?|machine guns?|gunfire|airstrikes?",
)
_WORDS: Final = re.compile(rf"\b(?:{'|'.join((*_BEARERS, *_ARMS))})\b", re.IGNORECASE)


def armed(draft: Draft) -> bool:
    """Whether one who did it, one to whom it was done, or its means is told by such a word.

    Of 1,016 sentences of sport, business and daily life, one of 57 doubtful triggers is: a rocket to orbit.
    """
    return any(_WORDS.search(mention.text) for mention in (*draft.who, *draft.whom, *draft.means))
