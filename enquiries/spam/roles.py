"""Whether an answer to "which role" names one: somebody who is hired, in Europe's languages."""

import re

from enquiries.spam.letters import plain

ADDRESS = re.compile(
    r"\b(?:you|your|yours|toi|vous|votre|vos|usted|ustedes|vosotros|vuestr\w+|contigo|panstwo|panstwa|panstwu|panstwem|wasz\w*|wam|"
    r"twoj\w*|twoim|ciebie|tobie|dein\w*|dich|dir|euch|euer|eure\w*|jullie|jouw|uw|вы|вас|вам|вами|ваш\w*|тебе|тебя|твои\w*)\b"
)
PERHAPS_ADDRESS = re.compile(r"\b(?:sus?|les?|ihr|ihre[rnms]?|ihnen|je|zijn)\b")
"""Polite forms that may as well mean others."""
GERMAN_ADDRESS = re.compile(r"(?<![.!?:\n•*-])(?<![.!?:•*-][ \n])\b(?:Sie|Ihnen|Ihre[rnms]?|Ihr)\b")
"""Polite German differs from "they" by its capital, but at the beginning of a sentence."""

OURS = re.compile(r"\b(?:con|para|de|en|a) (?:sus?|tus?)\b")
"""What is ours, said in Spanish, within a line that is no sentence."""

TITLE = re.compile(
    r"""
    manager|engineer|developer|architect|anal[yi]|scientist|consultant|officer|director|\bhead\b|\blead\b|leader|chief
    | \bc[efitmop]o\b|\bciso\b|\bvp\b|president|counsel|lawyer|solicitor|accountant|controller|administrat|assistant
    | coordinator|specialist|technician|designer|researcher|nurse|doctor|pharmac|chemist|biologist|\bowner\b|\bmaster\b|buyer|planner
    | driver|welder|foreman|supervisor|executive|associate|representative|\bsre\b|devops|mlops|tester|clerk|secretary
    | surveyor|estimator|liaison|trainer|teacher|marketer|editor|writer|producer|principal|operator|mechanic|electrician
    | \bsales\b|statistician|economist|physicist|programmer|recruiter|actuary|auditor|paralegal|underwriter
    | leiter|leitung|ingenieur|entwickler|berater|referent|sachbearbeit|buchhal|fuhrer(?!schein)|fuhrung|meister|techniker|kaufmann
    | kauffrau|fachkraft|jurist|arzt|apotheker|verkaufer|vertrieb[sl]|^vertrieb$|mitarbeiter|vorstand|planer|mechaniker|elektroniker
    | dozent|redakteur|monteur|schlosser|schweisser|elektriker|polier|pfleger|anwalt|disponent|einkaufer
    | responsable|directeur|directrice|developpeu|comptable|conducteur|conductrice|commerciale?$|juriste|technicien|\bcharge\(?e?\)?\ d
    | \bchef|\bcadre\b|acheteu|infirmi|avocat|gestionnaire|vendeu|soudeu|conseiller|mecanicien|secretaire|redacteur|assistante?
    | ingenier|jef[ea]\b|desarrollador|contable|encargad|tecnic|abogad|gerente|coordinador|enfermer|comprador|vendedor
    | asesor|soldador|electricista|administrador|engenheir|gestor|diretor|responsabile|direttore|ingegner|sviluppat
    | impiegat|contabil|\bresp\b|redactor|profesor
    | inzynier|kierowni|dyrektor|programist|ksiegow|specjalist|handlow|farmaceut|spawacz|brygadzist|przedstawiciel
    | doradca|prawnik|kadrow|sprzedawc|kierowc|elektryk|monter|magazynier|lekarz|pielegniar|vedouci|inzenyr|ucetni|reditel
    | someone|somebody|anyone|anybody|anything|jemand|quelqu|alguien|\bktos|\bkogos|iemand
    | \bcook\b|baker|waiter|barista|butcher|carpenter|joiner|plumber|roofer|painter|gardener|bricklayer|porter|midwife|dentist
    | optician|therapist|psycholog|lecturer|librarian|curator|journalist|\bquant\b|koch\b|kochin|maurer|zimmermann|zimmerer|dachdecker
    | backer\b|lehrkraft|lehrer|erzieher|friseur|olog[ei]?n?\b|therapeut|boulang|macon\b|cuisini|serveu|plombier|menuisier|couvreur
    | electricien|veterinair|kinesi|coiffeu|educat|enseignant|camarer|cociner|albanil|fontaner|carpinter|peluquer|chofer|maestr[oa]
    | veterinari|fisioterap|kucharz|murarz|hydraulik|stolarz|kelner|fryzjer|nauczyciel|piekarz|tokarz|frezer|opiekun|ratownik
    | hoofd|ontwikkelaar|adviseur|medewerker|boekhoud|inkoop|inkoper|verkoper|lasser|bedrijfsleid|ingenjor|utvecklare
    | konstruktor|saljare|ekonom|udvikler|leder\b|selger
    | руководител|инженер|менеджер|директор|разработчик|бухгалтер|начальник|юрист|специалист|经理|工程师|总监|主管|会计|专员|设计师
    | treasur|tesorer|tresori|skarbnik|schatzm|bookkeep|banker|trader|croupier|enolog|oenolog|modelarz|modell?er|\beng\b|\bdev\b|\bpm\b
    | \bqp\b|\bp\.?a\.?\b|contro?l+er|mathemati|matemati|matematyk|physici|surgeon|\bvet\b|veterinar|graph?er\b|therap|advisor|adviser
    | negotiat|merchandis|interpreter|receptionist|concierge|\bhost(?:ess)?\b|housekeep|\bchef\b|\bpilot\b|captain|skipper|fitter|installer|plasterer|machinist
    | toolmaker|inspector|warden|\bguard\b|steward|caretaker|labourer|attorney|conveyancer|strategist
    | architek|architect|arquitect|arkitekt|assisten|asisten|asystent|fachwirt|\w{3}wirt\b|\w{3}iker(?:in)?\b|bilanz\w*er\b|notar|zeichner|laborant
    | gestalter|schreiner|tischler|\bmaler|fliesenleger|installateur|klempner|lackier|\bdreher|zerspan|fahrer|lagerist|kellner|rezeption
    | prufer|revisor|aktuar|wissenschaft|forscher|beauftragt|justiziar|syndik|handler(?:in)?\b|trainee|azubi|\bkraft\b|\w{4}kraft\b|\w{4}hilfe\b
    | disp[oa]n+ent|gartner|winzer|kellermeister|forster|landwirt|referendar|konditor|barkeeper|kapitan|richter|dolmetsch
    | courtier|patissi|chirurg|pharmacien|magasini|cariste|chauffeur|livreu|formateu|formatrice|auditeu|fiscaliste|notaire|graphiste|agronom
    | geometre|opticien|dentiste|soignant|animateu|chercheu|dessinat|projeteu|metreu|carreleu|grutier|usineu|tourneu|fraiseu
    | chaudronn|frigorist|analyste|acousti|monteu|gardien|jardini|vigneron|sommeli|preparateu|ouvrier|ouvriere|apprenti|alternant|stagiaire|adjoint
    | actuari|medic[oa]\b|farmaceutic|auxiliar|operari[oa]|conductor|repartidor|dependient|cajer|programador|delineante|torner|fresador
    | mecanic[oa]|quimic[oa]\b|biolog|investigador|cientific|formador|consultor(?!i)|inspector|interventor|letrad|capataz|montador|carretill
    | recepcionista|sumiller|panader|carnicer|oficial|peon\b|mozo|moz[oa]\b|becari|patron\b|subdirector|delegad|supervis|secretari
    | analityk|projektant|koordynator|automatyk|technik\b|technolog|chemik|fizyk\b|informatyk|logistyk\b|finansist|audytor|aktuari|radca
    | adwokat|recepcjonist|sekretark|grafik\b|menedzer|\bszef|majster|slusarz|ciesla|lakiernik|zbrojarz|dekarz|geodet|rzecznik|pelnomocni
    | badacz|naukow|trener|lektor|redaktor|dziennikarz|weterynarz|rehabilitant|psycholog|\bosob[ay]\b|pracownik\b|pracownica|kadrow|zastepc
    | prezes|czlonek|glowna|glowny|mlodszy|starszy|opiekunk|krawc|rzeznik|ogrodnik|winiarz|cukiernik|palacz|dyspozytor|makler
    | аналитик|архитектор|программист|администратор|технолог|конструктор|механик|врач|повар|продавец|водитель|казначеи|экономист|секретарь
    | помощник|ассистент|маркетолог|дизаинер|тестировщик|рекрутер|кладовщик|электрик|сварщик|химик|биолог|аудитор|логист\b
    """,
    re.VERBOSE,
)
"""What somebody is hired as, in twelve languages, as a part of a word: "Bauleiter", "Ingénieure"."""

FOR_ALL = re.compile(
    r"\b[mwfdxhk]\s?[/|]\s?[mwfdxhk]\b|\w{3}[/:*_·](?:in|innen|a|ka|rice|euse|ne|e)\b|\w{3}\((?:in|a|e|ne|euse|rice|ka)\)|[a-zß-ü]{3}In\b"
)
"""How titles say that they are for women and men: "(m/w/d)", "Tesorero/a", "Disponent:in", "consultant(e)"."""

FIELD = re.compile(
    r"(?:accounts?|accounting|finance|payroll|marketing|sales|legal|hr|procurement|purchasing|logistics|supply chain|customer service|"
    r"support|operations|engineering|it|security|research|compliance|risk|tax|treasury|data|ai|quality|production|maintenance|"
    r"buchhaltung|vertrieb|einkauf|personal|recht|logistik|produktion|entwicklung|kundendienst|lager|empfang|sekretariat|verwaltung|"
    r"comptabilite|ventes|achats|rh|juridique|logistique|qualite|paie|accueil|secretariat|informatique|"
    r"contabilidad|ventas|compras|rrhh|logistica|produccion|calidad|nominas|informatica|administracion|recepcion|"
    r"ksiegowosc|sprzedaz|zakupy|kadry|logistyka|produkcja|jakosc|obsluga klienta|administracja|magazyn|recepcja|"
    r"inkoop|verkoop|boekhouding|logistiek)"
)
"""Fields of work, by which some clients name a seat."""

OFFER = re.compile(
    r"\b(?:services?|offers?|proposal|partner|partnership|collaboration|cooperation|advert\w*|promotion|opportunity|quote|inquiry|enquiry|"
    r"loan|casino|backlinks?|guest post|seo|leads|dienstleistung\w*|angebot|zusammenarbeit|kooperation\w*|partnerschaft|werbung|anfrage|"
    r"offre|partenariat|proposition|prestation\w*|publicite|oferta|propuesta|colaboracion|servicios?|publicidad|colaborar|"
    r"wspolprac\w*|propozycja|uslugi|reklama|zapytanie|aanbod|voorstel|samenwerking|diensten)\b"
)
"""What a letter is about that offers something."""

SUPPLY = re.compile(
    r"\bon demand\b|\bavailable\b|\boffshore (?:dev|team|cent|call)|\b(?:dedicated|remote|offshore|nearshore|virtual|vetted) \w+s\b|\bfractional\b|"
    r"\bteam\w* (?:aus|from|z|ze|de|a)\b|team aus\b|\bzespol\w* \w+ z\b|\b(?:aus|from|z|de|desde|from) (?:indi[ae]n?|indii|vietnam\w*|ukrain\w*|"
    r"pakistan\w*|filipin\w*|madagas\w*|tunis\w*|maroc|colombia|argentina|bangladesh|nepal\w*)\b|\ba madagascar\b|verfugbar|disponib|"
    r"\bdostepn|staff augmentation|outstaff|body ?leasing|wypozycz|wynajem|\bmieten\b|аутста|аутсорс|в аренду"
)
"""People who are offered rather than sought: several, from somewhere, at once."""

GENERIC = re.compile(
    r"(?:tests?|testing|hi|hello|hey|hallo|hola|bonjour|salut|essai|prueba|probe|proba|czesc|hej|info|infos?|informations?|informacja|question|frage|"
    r"pregunta|pytanie|contact|kontakt|contacto|anfrage|request|demande|solicitud|help|hilfe|aide|ayuda|pomoc|message|nachricht|mensaje|"
    r"wiadomosc|oferta|offer|angebot|offre|business|deal|urgent|dringend|none|nothing|n/?a|тест|привет|здравствуите|вопрос|предложение|"
    r"\W*|\d*|.)[\s!.?]*(?:\d+)?"
)
"""What stands where a role should by somebody who has none in mind."""


def names_somebody(role: str) -> bool:
    """Whether it names somebody who is hired; "trainers for your team" does not."""
    known = plain(role)
    ours = ADDRESS.search(known) or OURS.search(known) or GERMAN_ADDRESS.search(role)
    return bool(not ours and (TITLE.search(known) or FOR_ALL.search(role)))


def names_people_for_hire(role: str) -> bool:
    """Whether it speaks of people on offer, as "Developers from abroad, available at once"."""
    return bool(SUPPLY.search(plain(role)))


def names_nothing(role: str) -> bool:
    """Whether it is a greeting, a trial or a word for any letter."""
    return bool(GENERIC.fullmatch(plain(role).strip()))


def names_a_field(role: str) -> bool:
    """Whether it is no more than a field of work, as "Marketing": perhaps a seat, perhaps an offer."""
    return bool(FIELD.fullmatch(plain(role).strip()))


def names_an_offer(role: str) -> bool:
    """Whether it is the subject of an offer."""
    return bool(OFFER.search(plain(role)))
