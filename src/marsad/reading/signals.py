"""Words that give away a line that is no part of the story: on any site, in any war.

Every pattern is tried on a line without its marks (:func:`marsad.reading.plain.plain`). They are anchored or bounded, so
that each is linear in the line. A sentence of the story that merely speaks of a photo, a subscription or a donation must
match none: the patterns hold imperatives, labels and the first and second person of a site that speaks to its readers.
"""

import re
from collections.abc import Iterable

from marsad.reading.days import DATE

LONG = 1500
"""Characters of a line that are looked at: legal text gives itself away at once."""


MAX_LABEL = 5
"""Words that may stand beside a date in a line that only dates the report."""

_DATE = re.compile(DATE, re.IGNORECASE)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


NAVIGATION = frozenset(
    """about account advertise advertising africa alerts americas analysis archive archives arts asia audio australia back
    blog blogs books business careers close comment comments contact copy culture donate economy editorial education email
    entertainment environment español europe events explore facebook faq features fr français gallery global health help
    home india instagram interactive international investigations jobs lifestyle link linkedin live local login logout
    magazine markets media menu more national news newsletter newsletters next opinion opinions pdf pinterest photos
    pictures podcast podcasts politics popup premium press previous print privacy programmes radio reddit region register
    reports rss save schedule science search section sections settings share shop signin sitemap sport sports subscribe
    subscriptions support tech technology telegram terms text toggle top topics trending travel tv tweet twitter uk us
    video videos viber vk watch weather whatsapp world x youtube threads bluesky mastodon messenger русский العربية""".split()
)
"""Words that menus and rows of buttons are made of."""

_SMALL = frozenset(
    "a all and by for from in it log me my now of on or our out page sign the this to up us via with your".split()
)

_NAME = r"(?:[A-ZÀ-ÞĀ-Ž][\w.'’-]*|al-[A-Z]\w*|de|van|von|bin|ibn|el|al|la|di|du|da)"
_CREDITS = r"reuters|getty(?: images)?|ap|ap photo|afp|epa|epa-efe|efe|anadolu(?: agency)?|xinhua|tass|shutterstock|wikimedia(?: commons)?|flickr|creative commons|file|supplied|handout|screengrab|screenshot|social media|x|twitter|telegram|courtesy"

LABELS = _any(
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|regions?|themes?|subjects?|sections?|in[- ]depth reports?|hashtags?|labels?|languages?|read(?:ing)? time|issue|edition|posted in|format|sources?|via|credits?|authors?|editors?|reporters?|correspondents?|writers?|photographers?|translators?)\s{0,3}[:|].{0,200}$",
    r"articles by\b.{0,80}$|(?:more|other|all|view all) (?:posts|articles|stories|content) (?:by|from)\b.{0,80}$",
    r"(?:\d{1,3}[- ])?min(?:ute)?s?[- ]read\b.{0,40}$|\d{1,2} (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago\b.{0,40}$",
    r"(?:page \d{1,4}(?: (?:of|/) \d{1,4})?|\d{1,4}/\d{1,4}|\d{1,6})$",
    r"(?:first |originally |last )?(?:published|posted|updated|modified|issued|created|uploaded|revised)(?: (?:on|at|in|by))?\b[^.]{0,80}$",
    r"(?:date|time|published on|publication date|dateline)\s{0,3}[:|]?\s{0,3}\d.{0,40}$",
)
BYLINES = _any(
    r"(?:written|reported|edited|compiled|translated|voice[- ]?over|narrated|produced|presented|filmed|illustrat(?:ed|ion)s?|photos?|photograph(?:s|y|ed)?|video|graphics?|maps?|story|text|words|reporting|writing|editing|additional (?:reporting|writing|editing)|additional reporting and \w+|with reporting|with additional reporting|with inputs?|contributions?)(?: and \w+)? (?:by|from|:)\s?.{1,200}$",
    r"(?:additional reporting|reporting|writing|editing|voice[- ]?over)\s{0,2}:.{1,200}$",
    r"\((?:reporting|writing|editing|additional reporting|with (?:additional )?(?:inputs?|reporting)|compiled|translated)\b[^()]{0,300}\)\.?$",
    r"(?:our|staff|a|special) (?:correspondents?|reporters?|writers?|staff|bureau)\b.{0,40}$",
    r".{1,120}\b(?:contributed (?:reporting|to (?:this|the) (?:report|article|story|reporting|piece|dispatch))|assisted (?:with|in) (?:this )?reporting)\b[^.]{0,60}\.?$",
    r"(?:this|the) (?:report|article|story) (?:was|is|has been)\b.{0,40}\b(?:contributed|compiled|produced|translated|republished|originally published|first published|auto-generated|updated|corrected|amended|syndicated)\b.{0,200}$",
    r"(?:editor['’]?s?['’]? note|correction|clarification|note to (?:readers|editors))\s{0,2}[:–—-].{0,600}$",
    r"[a-z]{2,4}(?:/[a-z]{2,5}){1,3}\b(?: \([^()]{1,80}\))?$",
    r"\(?(?:[A-Z][\w.]{1,12})(?:[,/;&] ?[A-Z][\w.]{1,12}){0,4}\)$",
    r"(?:with|using) (?:inputs?|agenc(?:y|ies)|wires?|material|information) (?:from\b|inputs?\b).{0,80}$",
    r"[–—-] ?(?:with )?(?:afp|ap|reuters|agencies|dpa|efe|bloomberg)\b.{0,30}$",
)
PICTURES = _any(
    r"(?:featured |header |cover |main |lead |top |file |feature |title |stock |archive |representational |representative |undated )?(?:image|photo|photograph|picture|pic|illustration|screengrab|screenshot)s?(?: credit| source| caption| courtesy| by| from| via| of| taken by)*\s{0,2}[:|©/(,–—-].{0,400}$",
    r"(?:file|stock|archive|representational|illustrative|courtesy|handout|undated) (?:photo|image|picture|photograph)s?\b.{0,300}$",
    r"(?:image|media|photo|video|picture) (?:source|caption|credit|courtesy)\b.{0,400}$",
    r"(?:photo|photograph|image|picture|illustration|graphic|map|video|footage)s? (?:by|courtesy of|courtesy|credit|via)\b.{0,120}$",
    r"file\s{0,2}[-–—:].{0,400}$|\(?file\)?$",
    r"in this\b[^.]{0,60}\b(?:photo|image|picture|photograph|frame grab|video grab)\b.{0,400}$",
    r"(?:this|a|an)(?: \w+){0,3} (?:photo|image|picture|photograph|frame grab|video grab|handout)\b[^.]{0,60}\b(?:shows|taken|released|provided|obtained|made available)\b.{0,400}$",
    r"(?:pictured|caption|watch|video|gallery|slideshow|in pictures|in photos)\s{0,2}[:|].{0,60}$",
    rf"(?:©|\(c\)|credits?:?)?\s?(?:{_CREDITS})(?:\s?[/|,]\s?[^.]{{1,80}}| via [^.]{{1,60}})?$",
    rf"(?:©|\(c\))\s?.{{1,80}}$",
    r"[^.]{1,60}/(?:reuters|getty|getty images|ap|ap photo|afp|afp/getty images|epa|anadolu|nurphoto|shutterstock|bloomberg|the guardian)$",
)
CAPTION_ENDS = _any(
    rf"[\[(](?:file(?: photo| image| picture)?|photo|image|picture|credit|{_CREDITS})(?:[:/ ,|][^\[\]()]{{0,80}})?[\])]\.?$",
    r"[\[(][^\[\]()]{1,60}[/ ](?:reuters|getty images|ap|ap photo|afp|epa|epa-efe|anadolu(?: agency)?|via reuters|via ap|via afp|handout|file photo|file)[\])]\.?$",
    r"(?:photo|image|picture|photograph)s?(?: credit| courtesy)?(?: by| from| via)?\s?[:©]\s?[^.:]{1,80}\.?$",
    r"\bphoto(?:graph)? by [^.]{1,60}/[^.]{1,40}$",
    r"[©|/]\s?(?:reuters|getty images|ap|afp|epa|anadolu(?: agency)?|xinhua)\b[^.]{0,40}$",
    r"\b(?:reuters|afp|ap photo|epa|epa-efe|anadolu|getty images)/[^.]{2,60}$",
    r"[-–—(\[.] ?file (?:photo|image|picture)[)\].]{0,2}$",
)
SITE = _any(
    r"skip to\b.{0,60}$",
    r"(?:please )?(?:share|tweet|pin|print|e-?mail|bookmark|save|like|send|copy)(?: (?:this|it|the|on|via|to|with|link|article|story|page|post|by|us|options|now|:|facebook|twitter|x|whatsapp|email|telegram|linkedin|friend|friends|your|a|tools))*[!.]?$",
    r"(?:please )?(?:click|tap|press|scroll|swipe)\b.{0,40}\b(?:here|link|button|below|to (?:share|read|subscribe|view|watch|listen|play|unmute))\b.{0,120}$",
    r"(?:please )?(?:subscribe|sign[- ]?up|sign[- ]?in|log[- ]?in|register|join|opt in|create an account|get|receive|download|install|enable|allow|turn on|try)\b.{0,120}\b(?:newsletters?|e-?mails?|inbox|apps?|channels?|accounts?|memberships?|alerts?|notifications?|subscri\w+|telegram|whatsapp|podcasts?|briefings?|free|javascript|cookies|mailing list|unlimited|digest|community)\b.{0,200}$",
    r"(?:subscribe|sign[- ]?up|sign[- ]?in|log[- ]?in|register|become a (?:member|subscriber|supporter|patron))(?: (?:to|for|with|of|here|now|today|us|our|the)\b.{0,80})?[!.]?$",
    r"(?:already|not yet) a (?:member|subscriber)\b.{0,80}$|(?:thank you|thanks) for (?:reading|subscribing|signing|visiting|your)\b.{0,120}$",
    r"(?:this|the) (?:content|article|story|page) is (?:only )?(?:available|reserved|for|locked|free)\b.{0,120}$|you(?:'ve|’ve| have) (?:\w+ )?(?:reached|read|used|\d+)\b.{0,60}\barticles?\b.{0,80}$",
    r"(?:please )?(?:follow|like|find|watch|join|connect with|add|visit|reach|message|contact|write to|e-?mail) (?:us|him|her|them|me|our|@\w+|the (?:author|reporter|writer|newsroom|editor))\b.{0,200}$",
    r"follow [^.]{1,60} on (?:twitter|facebook|instagram|x|telegram|whatsapp|google news|youtube|threads|bluesky|linkedin|social media)\b.{0,120}$",
    r"(?:we|this (?:web ?)?site|our (?:web ?)?site|our partners?)\b.{0,60}\bcookies?\b.{0,600}$|(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences|consent)\b.{0,80}$|by (?:continuing|clicking|using|browsing|signing|subscribing|entering)\b.{0,80}\b(?:you (?:agree|consent|accept|acknowledge)|our (?:terms|cookie|privacy))\b.{0,300}$",
    r"(?:cookie|privacy|terms|legal|editorial)(?: (?:policy|policies|notice|settings|preferences|statement|of use|of service|and conditions|guidelines|use|&))+\b.{0,120}$",
    r"(?:copyright\b|©|\(c\) ?\d{4}|&copy;).{0,400}$|.{0,120}\ball rights (?:are )?reserved\b.{0,300}$",
    r"disclaimer\b.{0,1400}$|terms (?:of|and|&) \w+.{0,80}$",
    r"for (?:media|press|more|further|general|advertising|interview|syndication)(?: \w+)? (?:inquir|enquir|quer|information|details|contact|request)\w*\b.{0,200}$",
    r"(?:contact|e-?mail|phone|tel|telephone|fax|mobile|whatsapp|address|hotline|p\.? ?o\.? box|isbn|issn|doi|url|link|permalink|short ?link|web ?site|twitter|facebook|instagram|telegram)\s{0,2}[:.]\s{0,2}\S.{0,160}$",
    r"(?:advertise?ments?|advertising|ad|ads|sponsored(?: content| by .{1,40})?|promoted|paid (?:content|post|partnership)|story continues(?: below)?(?: advertisement)?|article continues(?: below| after)?.{0,30}|continue reading(?: below| the main story)?|scroll to continue.{0,30}|loading\W{0,3}|please wait\W{0,3})$",
    r"(?:leave|post|write|add|submit|view|show|hide|read|see)(?: a| your| all| the)? (?:comments?|reply|replies|response)\b.{0,60}$|(?:\d{1,6} |no )?(?:comments?|replies|responses|shares|views|likes)(?: (?:yet|so far|closed|are closed))?$|comment on\b.{0,120}$|join the (?:conversation|discussion|debate)\b.{0,60}$",
    r"(?:your browser|javascript|please enable|please disable|this video (?:can ?not|is not|file)|video player|media playback|unable to (?:play|load)|an error occurred|ad ?block\w*)\b.{0,160}$",
    r"(?:go )?back to (?:top|home|news|the top)\b.{0,30}$|(?:load|show|view|see|read|get|find out|learn) more\W{0,3}$|listen to (?:this )?(?:article|story)\b.{0,60}$|(?:listen|watch|play|pause|mute)\b(?: \(?\d.{0,20}|ing)?$",
    r"(?:read|view|see) (?:the |this )?(?:full|original|complete|whole) (?:article|story|report|text|version|post|statement)\b.{0,80}$",
    r"(?:the )?original (?:source|article|version|text) (?:of this article )?(?:is|was|can be|appeared|:)\b.{0,120}$|(?:this (?:article|story|piece|post) )?(?:first|originally) (?:appeared|published|posted)\b.{0,120}$",
    r"[^.!?]{0,40}(?:>|›|»|/|\|| · )\s?[^.!?]{0,40}(?:(?:>|›|»|\|| · )[^.!?]{0,40}){1,8}$",
)
SPEAKS_TO_READER = _any(
    r"\b(?:support|fund|back|sustain) (?:our|independent|quality|free|us\b|the project|this (?:project|site|work))",
    r"\b(?:your|every|any) (?:support|contribution|donation|subscription|membership|gift|help)\b.{0,80}\b(?:us|our|we|keep|help|makes?|possible|journalism|independent)\b",
    r"\bwe (?:need|rely on|depend on|ask for|are funded|appreciate|welcome)\b.{0,60}\b(?:your|you|readers?|donations?|supporters)\b",
    r"\b(?:make|making|give|send) (?:a|your) (?:\w+ )?(?:donation|contribution|gift)\b.{0,120}\b(?:today|now|here|us|our|via|paypal|patreon|tax)\b",
    r"\bour (?:work|journalism|reporting) (?:wouldn|would not|is not possible|depends|relies|is (?:only )?(?:funded|made) )",
    r"\b(?:paypal|patreon|ko-?fi|buy ?me ?a ?coffee|gofundme)\b.{0,10}(?::|\.com|\.me|\.org)",
    r"\bdonate (?:now|today|here|to (?:us|our))\b",
    r"\b(?:subscribe|sign up) (?:to|for) (?:our|the .{1,40} newsletter|.{1,40} newsletter)\b",
    r"\bin your inbox\b|\bto your inbox\b",
)
LEGAL = _any(
    r"\bcopyright (?:owner|holder|law|act)s?\b|\bcopyrighted material\b",
    r"\ball rights reserved\b",
    r"\b[\"'“]?fair use[\"'”]? (?:provisions?|notice|doctrine|policy|under|as)\b|\bprovisions of [\"'“]fair use\b",
    r"\b(?:permission|rights?|licen[cs]e) to (?:cross-?post|republish|reproduce|reprint|redistribute|copy)\b",
    r"\b(?:may|must|can|shall|should) ?not be (?:published|reproduced|copied|republished|redistributed|broadcast|rewritten|reprinted|distributed)\b.{0,80}\b(?:without|permission|consent|in any)\b",
    r"\bviews? (?:and opinions? )?(?:expressed|presented|in this (?:article|piece))\b.{0,160}\b(?:author|own|not (?:necessarily )?(?:reflect|represent))\b",
    r"\b(?:sole )?responsibility of the authors?\b|\bwill not be (?:held )?(?:responsible|liable) for\b.{0,80}\b(?:statement|content|error|omission|accuracy|inaccurate|article)",
    r"\b(?:published|licen[cs]ed|available|distributed|republished) under (?:a |the )?(?:creative commons|cc[- ]by|attribution)\b|\bcreative commons\b.{0,40}\blicen[cs]e\b",
    r"\bnot responsible for the (?:content|accuracy)\b.{0,60}\b(?:sites?|links?|article)\b",
    r"\b(?:reprinted|republished|reproduced) (?:here )?(?:with|by) (?:the )?(?:kind )?permission\b",
    r"\b(?:material|content|information) on this (?:web ?)?site\b",
)
ABOUT_AUTHOR = re.compile(
    rf"(?:{_NAME} )+(?:is|was) (?:an?|the) [\w’', -]{{0,80}}\b(?:reporter|correspondent|journalist|writer|editor|producer"
    r"|columnist|contributor|chief|photographer|photojournalist|freelancer|analyst|fellow|researcher)\b"
    r"(?:,? (?:for|at|with|based|covering|who|in|speciali[sz]ing)\b.{0,300})?\.?$"
    rf"|(?:{_NAME} )+(?:covers|reports (?:for|on)|writes (?:for|about)|is based in|tweets (?:at|as))\b.{{0,200}}$"
    r"|Follow (?:him|her|them|@\w+|[^.]{1,40} on)\b.{0,160}$"
    r"|(?:He|She|They) (?:can be reached|tweets|is on (?:Twitter|X))\b.{0,120}$"
)
"""Who wrote it, as told at the end of a report."""

BYLINE = re.compile(
    rf"(?:[Bb]y|BY):? {_NAME}(?:(?:,| and| &|/)? {_NAME}){{0,9}}(?: (?:in|for|at|from) {_NAME}(?:,? {_NAME}){{0,4}})?"
    r"(?:,? ?[|–—-] ?.{0,60}|, [^.]{0,60})?$"
)

_NOUNS = r"(?:stories|story|news|posts?|articles?|headlines?|content|picks?|reads?|videos?|links?|topics?|reports?|coverage|reading|items?|features?|updates?|analysis|opinions?|must[- ]reads?|podcasts?|galleries|galler(?:y|ies)|columns?|items?)"
_KINDS = r"(?:top|latest|more|other|trending|popular|most (?:read|popular|viewed|shared|commented|recent|watched|emailed)|recommended|partner|partners|sponsored|promoted|featured|recent|related|breaking|similar|suggested|world|international|today['’]?s|editor['’]?s?|editors['’]|hot|live|must|best|regional|local|national|next|previous|further|additional|our|new|all)"
OTHER_STORIES = _any(
    rf"{_KINDS}(?: (?:&|and|\w+)){{0,2}} {_NOUNS}(?: (?:from|in|on|about|by|around|for|of) .{{1,40}}| you .{{1,30}}| today| now| this week)?\s?[:»>…]*$",
    rf"(?:related|trending|trending now|trending topics|popular|popular now|popular this week|recommended|most (?:read|popular|viewed|shared|commented|recent|watched|discussed)|latest|sponsored|see also|also see|read also|also read|read more|read next|up next|next up|what to read next|next|explore more|keep reading|further reading|more to read|more to explore|in other news|also in the news|more like this|in case you missed it|icymi|around the web|elsewhere on the web|elsewhere|taboola|outbrain|happening now|now reading|just in|in focus|spotlight|editors?['’]?s? (?:choice|picks?)|don['’]t miss(?: it)?|must[- ](?:read|watch)s?|today's top|headlines|newsletter picks|top \d{{1,2}}|most recent|recent|latest updates|live updates|live blog)\s?[:»>…]*$",
    r"you (?:may|might|could|will|['’]ll)(?: also| be)? (?:like|love|enjoy|interested in|want to read|have missed|find interesting)\b.{0,30}$",
    r"(?:people|readers|others|users) (?:are|also|who)\b.{0,10}(?:reading|read|liked?|viewed|watched|read this)\b.{0,20}$",
    r"more (?:from|on|about|in|by)(?: (?!than\b).{1,50})?\s?:?$",
    r"(?:from (?:our|the) (?:partners?|web|archives?|network|sponsors?)|from around the web|paid for by .{1,30}|partner (?:news|content|sites?))\s?:?$",
    r"(?:other|more|our|these) (?:recent |related )?(?:stories|articles|news|posts)\b.{0,30}$",
)
POINTERS = _any(
    r"(?:read|read more|read also|also read|read next|read this|read here|see|see also|also see|related|related (?:article|story|news|post|video|content)s?|more|more on this|must read|recommended|don['’]t miss|watch|watch also|watch now|watch live|listen|listen now|explainer|opinion|analysis|further reading|keep reading|continue reading|in pictures|in photos|live|live updates|live blog|from the archives?|previous story|next story|next|previous|join us|you may also like|suggested reading)\s{0,2}(?:[:|–—>»]|\.{2,}).{1,300}$",
    r"(?:►|▶|»|>>|→|⇒|➤|👉)\s?.{1,300}$",
    r"click here (?:to|for)\b.{1,200}$",
)
_SHOUTED = re.compile(r"(?:READ|ALSO READ|READ ALSO|READ MORE|SEE ALSO|RELATED|WATCH|RECOMMENDED)\b")
_ADDRESS = re.compile(
    r"<?(?:https?://|www\.)\S{1,2000}>?$|\(?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\)?\.?$|[\w-]{2,40}(?:\.[\w-]{2,20}){0,3}\.(?:com|org|net|info|news|tv)(?:/\S{0,200})?$"
)
_EMPTY = re.compile(r"[\W_]*$")
_PHONE = re.compile(r"[+(]?\d[\d ()./-]{6,24}\d$")


def is_heading_of_others(line: str) -> bool:
    """Say whether the line heads a list of other stories.

    >>> is_heading_of_others("More from Africa"), is_heading_of_others("More than 30 killed")
    (True, False)
    """
    return len(line) <= 70 and OTHER_STORIES.match(line) is not None


def is_pointer(line: str) -> bool:
    """Say whether the line points to one other story, which it names.

    >>> is_pointer("Read more: Talks on a truce collapse")
    True
    """
    return len(line) <= 350 and (POINTERS.match(line) or _SHOUTED.match(line)) is not None


def is_picture(line: str) -> bool:
    """Say whether the line credits or describes a picture.

    >>> is_picture("Image: Reuters/R. Name"), is_picture("A photo of the bridge shows two holes.")
    (True, False)
    """
    return len(line) <= 600 and (PICTURES.match(line) or CAPTION_ENDS.search(line)) is not None


def is_menu(line: str) -> bool:
    """Say whether the line is made of the words of menus and buttons alone.

    >>> is_menu("Home World Africa"), is_menu("Africa mourns")
    (True, False)
    """
    found = re.findall(r"\w[\w-]*", line.casefold()) if len(line) <= 200 else []
    return (
        bool(found) and all(word in NAVIGATION or word in _SMALL for word in found) and not NAVIGATION.isdisjoint(found)
    )


def is_dated_label(line: str) -> bool:
    """Say whether the line holds a date and hardly more: a place, an outlet, an author.

    >>> is_dated_label("Nile Courier, June 3, 2019"), is_dated_label("What the army said on 3 June 2019 of the dam")
    (True, False)
    """
    if len(line) > 120:
        return False
    left, dates = _DATE.subn(" ", line)
    return dates > 0 and len(re.findall(r"[^\W\d_]+", left)) <= MAX_LABEL


def is_furniture(line: str) -> bool:
    """Say whether the line belongs to the page or the outlet, not to the story."""
    line = line[:LONG]
    return (
        _matches((_EMPTY, _ADDRESS, _PHONE, LABELS, BYLINES, BYLINE, SITE), line)
        or is_picture(line)
        or is_menu(line)
        or is_dated_label(line)
        or _counts(line)
    )


def is_about_author(line: str) -> bool:
    """Say whether the line tells who the author is; meant for the end of a report."""
    return len(line) <= 500 and ABOUT_AUTHOR.match(line) is not None


def _matches(patterns: Iterable[re.Pattern[str]], line: str) -> bool:
    return any(pattern.match(line) for pattern in patterns)


def _counts(line: str) -> bool:
    """Look for legal text, and for a plea to the reader, anywhere in the line."""
    return LEGAL.search(line) is not None or SPEAKS_TO_READER.search(line) is not None
