from pathlib import Path

import pytest

from marsad.model import Party
from marsad.resolve.actors import ActorResolver
from tests.resolve.actors.stories import Story, load_stories

STORIES = load_stories(Path(__file__).with_name("stories.yaml"))


def shown(parties: tuple[Party, ...]) -> list[str]:
    return [party.id or f"={party.name}" for party in parties]


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_each_claim_has_its_two_sides(story: Story) -> None:
    found = ActorResolver.default().resolve(story.document, story.claims)
    assert [(shown(who), shown(whom)) for who, whom in found] == list(story.sides)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_every_party_quotes_the_document(story: Story) -> None:
    for sides in ActorResolver.default().resolve(story.document, story.claims):
        for party in (*sides[0], *sides[1]):
            assert party.mention is not None
            assert story.document.text[party.mention.start : party.mention.end] == party.mention.text
