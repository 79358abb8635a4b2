"""Which words are wanted: how common they may be, the topics, and the words left out."""

VOCABULARY_RANK = 50_000  # rarer words are neither looked up nor found
TOO_COMMON = 110  # "said", "two", "people": in every paper
ALWAYS = frozenset(("police", "school", "court", "health", "money", "road", "council", "house", "home"))
SLANG_RANK = 200_000  # words which WordNet alone puts into a topic: "bobby"

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
