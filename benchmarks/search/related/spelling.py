"""Spellings and endings: American words made British, and what a form may come from."""

from collections.abc import Iterator

from .vectors import cosine_of
from .vocabulary import SLANG_RANK

_IRREGULAR = """
men man, women woman, children child, thieves thief, knives knife, lives life, wives wife, stole steal,
stolen steal, spent spend, paid pay, caught catch, drove drive, driven drive, broke break, broken break,
fought fight, hid hide, hidden hide, hurt hurt, shot shoot, sold sell, bought buy, taught teach,
held hold, built build, drunk drunk, beaten beat, bitten bite, bit bite, rang ring, rung ring,
rode ride, ridden ride, ran run, threw throw, thrown throw, wrote write, written write, spoke speak,
spoken speak, knew know, left leave, lost lose, met meet, sent send, slept sleep, struck strike,
sworn swear, swore swear, torn tear, woke wake, fell fall, fallen fall, grew grow, grown grow,
rose rise, risen rise, lent lend, dealt deal, policemen policeman, policewomen policewoman, teeth tooth,
feet foot, lying lie, businessmen businessman, halves half, led lead, felt feel, heard hear
"""
IRREGULAR = {pair.split()[0]: pair.split()[1] for pair in _IRREGULAR.split(",")}

# American words that no rule of spelling makes British.
_BRITISH = """
defense defence, offense offence, pretense pretence, license licence, program programme, tire tyre,
curb kerb, mom mum, aging ageing, gray grey, skeptical sceptical, pajamas pyjamas, plow plough,
jewelry jewellery, counselor counsellor, enrollment enrolment, fulfillment fulfilment, fulfill fulfil,
enroll enrol, installment instalment, skillful skilful, willful wilful, pediatric paediatric,
pediatrician paediatrician, airplane aeroplane, aluminum aluminium, catalog catalogue, dialog dialogue,
maneuver manoeuvre, ax axe, inquiry enquiry, inquire enquire, attorney solicitor, cozy cosy, mold mould,
practise practice, anesthetic anaesthetic, diarrhea diarrhoea, analog analogue,
acknowledgment acknowledgement, archeology archaeology, hemorrhage haemorrhage, pedophile paedophile,
pedophilia paedophilia, smolder smoulder, artifact artefact, sulfur sulphur, specialty speciality,
appall appal, mustache moustache, chili chilli, marvelous marvellous, woolen woollen,
leukemia leukaemia, traveler traveller, councilor councillor, councilman councillor,
councilwoman councillor, likable likeable, sizable sizeable, movable moveable
"""
BRITISH = {pair.split()[0]: pair.split()[1] for pair in _BRITISH.split(",")}

# The end of an American word, and the end of the British one.
ENDINGS = (
    ("ization", "isation"), ("izational", "isational"), ("izer", "iser"), ("ize", "ise"), ("yze", "yse"),
    ("orable", "ourable"), ("orful", "ourful"), ("orhood", "ourhood"), ("orite", "ourite"),
    ("oring", "ouring"), ("orer", "ourer"), ("or", "our"), ("ter", "tre"), ("ber", "bre"),
    ("eling", "elling"), ("eler", "eller"), ("aler", "aller"), ("ling", "lling"),
)  # fmt: skip

SUFFIXES = (
    ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"),
    ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("ier", "y"), ("est", ""),
    ("est", "e"), ("iest", "y"),
)  # fmt: skip


def british(word: str, ranks: dict[str, int], vectors: dict[str, list[float]]) -> str:
    """The British spelling of a word, where a rule makes one that is in use and means the same."""
    if word in BRITISH:
        return BRITISH[word]
    for american, ending in ENDINGS:
        if word.endswith(american) and len(word) > len(american) + 2:
            other = word.removesuffix(american) + ending
            used = other in ranks and ranks[other] < 30 * ranks.get(word, SLANG_RANK) + 20_000
            if used and (word not in ranks or cosine_of(vectors[word], vectors[other]) > 0.45):
                return other
    return word


def bases(form: str) -> Iterator[str]:
    """What a form may be an inflection of, likeliest first."""
    if form in IRREGULAR:
        yield IRREGULAR[form]
    for suffix, ending in SUFFIXES:
        if form.endswith(suffix) and len(form) > len(suffix) + 1 and not form.endswith(("ss", "us", "is")):
            stem = form.removesuffix(suffix)
            yield stem + ending
            if suffix in ("ed", "ing") and not ending and len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
