"""The words that the texts of a made-up site are built of.

Enough of them, and few fixed phrases around them: of two texts, almost no run of four words stands in both.
"""


def _words(text: str) -> list[str]:
    return text.split()


def _phrases(text: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in text.split(",")]


DOMAINS = _words(
    """Actuarial Additive Aerostructure Agritech Airframe Antibody Avionics Battery Biometrics Borehole Broadband
Buoyancy Cardiac Catalyst Ceramics Claims Coastal Cryogenic Custody Dairy Desalination Diagnostics Drainage Electrolyser
Enzyme Fermentation Ferry Fibre Flood Forestry Freight Furnace Genomics Geothermal Glazing Grain Harbour Hydrogen Imaging
Inverter Irrigation Joinery Kiln Laser Lending Lithium Logistics Mapping Maritime Microgrid Molecular Mortgage Nuclear
Oncology Optics Orchard Packaging Payments Pension Photonics Pipeline Polymer Port Pricing Propulsion Quarry Radar Rail
Reactor Reinsurance Robotics Rotor Satellite Seismic Semiconductor Shipyard Signalling Silicon Smelter Solar Spectrum
Storage Substation Subsea Surgical Tanker Tariff Telemetry Textile Tidal Timber Titanium Trading Treasury Tunnel Turbine
Vaccine Vascular Vessel Viaduct Vineyard Warehouse Wastewater Welding"""
)

DISCIPLINES = _words(
    """Acquisition Advisory Analytics Assembly Assurance Automation Certification Commissioning Compliance
Construction Controls Delivery Design Distribution Engineering Estimating Finance Integration Inspection Leadership
Maintenance Manufacturing Modelling Operations Planning Procurement Production Quality Research Reliability Safety
Security Simulation Sourcing Strategy Surveying Sustainability Technology Testing Validation"""
)

SECTORS = _words(
    """Built Carbon Civic Cultural Digital Earth Energy Farming Financial Health Heavy Leisure Marine Medical Mineral
Mobility Natural Public Rural Science Social Space Trade Transport Urban Water"""
)

JOBS = _words(
    """analyst architect assessor buyer chemist controller coordinator designer developer director engineer estimator
examiner forecaster geologist inspector investigator manager mechanic modeller negotiator operator physicist planner
programmer researcher scheduler scientist statistician strategist supervisor surveyor technician technologist tester
underwriter verifier"""
)

GRADES = ["graduate", "junior", "mid-career", "senior", "lead", "principal", "interim", "founding"]

PLACES = _words(
    """Aarhus Antwerp Basel Belfast Bergen Bilbao Bordeaux Bremen Bristol Brno Cardiff Cork Delft Derby Dresden Dublin
Dundee Edinburgh Eindhoven Espoo Gdansk Geneva Ghent Glasgow Graz Grenoble Hamburg Hull Leeds Leiden Liege Lille Linz
Lisbon Lund Lyon Madrid Malmo Mannheim Milan Munich Nantes Oslo Oulu Porto Prague Rennes Riga Rotterdam Seville Stavanger
Tallinn Tampere Toulouse Trieste Turin Turku Utrecht Valencia Vienna Vilnius Warsaw Zurich"""
)

FIRST_NAMES = _words(
    """Ada Anselm Beatrix Bruno Carys Clemens Dagny Emeric Esme Farid Freya Gwil Hanne Idris Imogen Jorun Kasimir
Leonie Linnea Mathis Merle Nadia Oskar Petra Quentin Rosalind Sander Signe Tamsin Ulric Vesna Wilma Xenia Yorick
Zdenka"""
)
LAST_NAMES = _words(
    """Abernathy Bergstrom Castellan Delacroix Engstrom Farquhar Grimaldi Hathersage Ivarsson Jankowski Kettering
Lindqvist Montague Nyström Oppenheim Pemberton Quillfeldt Rasmussen Silverthorne Thorvald Underhill Vandermeer Whitlock
Yarborough Zimmermann"""
)

PEOPLE = _words(
    """boards buyers candidates chairs colleagues competitors contractors deputies directors engineers executives
experts finalists founders graduates inspectors interviewers investors leaders managers mentors newcomers operators
owners panels partners peers planners principals recruiters referees regulators returners reviewers scientists seniors
specialists sponsors starters successors suppliers surveyors teams technicians trustees underwriters veterans"""
)

PERSONS = _words(
    """adviser assessor auditor chair client colleague commissioner controller counterpart deputy director engineer
examiner finalist founder incumbent insider inspector interviewer lawyer mentor negotiator officer outsider owner
panellist partner predecessor principal programmer referee regulator reviewer scientist secretary specialist sponsor
stakeholder successor supervisor supplier treasurer trustee"""
)

THINGS = _phrases(
    """acceptance tests, access rights, asset registers, audit trails, backlogs, baselines, bids, blueprints, bonus
rules, budgets, calibrations, cash forecasts, change requests, claims, codes of practice, commissions, consents,
contingencies, contracts, cost curves, counter-offers, credentials, data rooms, deadlines, defects, delivery dates,
dependencies, design reviews, diagnoses, disclosures, drawings, emission limits, escalations, estimates, evidence packs,
exit clauses, expectations, failure modes, feasibility studies, field trials, forecasts, framework deals, gate reviews,
grants, handovers, hazards, incentives, incidents, insurance terms, interfaces, inventories, investment cases, job plans,
lead times, ledgers, lessons learned, licences, load cases, logbooks, maintenance windows, margins, market shares,
material samples, method statements, milestones, models, night shifts, notice periods, objections, outages, overheads,
patents, pay scales, peer reviews, performance bonds, permits, pilots, portfolios, precedents, pricing tables, priorities,
procedures, proposals, prototypes, punch lists, quality plans, quotations, references, relocations, reporting lines,
reserves, retention plans, revenues, risk registers, road maps, rosters, safety cases, sample sizes, schedules, scopes,
scorecards, service levels, shortlists, site visits, skills matrices, specifications, stage plans, standards, stock
options, subcontracts, supply chains, surveys, targets, tenders, test rigs, thresholds, time sheets, tolerances, trade
secrets, training records, transfers, travel rules, turnovers, utilities, variances, vendor lists, warranties, waste
streams, work permits, yields"""
)

ACTIONS = _words(
    """absorb analyse approve assemble audit balance benchmark broker calibrate challenge champion chart clarify
compare compile compress condense consolidate contest coordinate cost curate decipher defend delegate design devise
diagnose dismantle dispute document draft enforce enlarge estimate examine explain extend finance finish forecast
formulate govern harmonise implement improvise inherit inspect interpret introduce justify launch liquidate maintain
measure merge model monitor negotiate neglect observe optimise orchestrate order oversee partition perfect pilot police
postpone prepare present price prioritise prolong publish quantify question rank rearrange rebuild recalculate reconcile
redesign reduce refine rehearse reject renew renegotiate reorganise repair replace rescue restart restore restructure
review revise rework scale scrutinise secure settle shape shorten simplify sketch stabilise standardise steer streamline
strengthen summarise supervise supply test trace transform translate trim tune validate verify weigh write"""
)

QUALITIES = _words(
    """abrasive accurate agile ambitious analytical articulate attentive blunt bold calm candid careful cautious
coherent commercial competent composed concise confident consistent courageous credible curious decisive deliberate
diligent diplomatic direct discreet durable eager earnest economical empathetic exact expedient fair firm flexible formal
frank frugal generous gracious hesitant honest humble impartial independent informal inventive judicious laconic lenient
literate lively logical lucid methodical meticulous modest numerate obstinate orderly outspoken patient perceptive
persistent persuasive pragmatic precise prompt prudent quiet rational realistic reliable reserved resilient resolute
restless rigorous robust sceptical scrupulous seasoned sensible serene sharp shrewd sober steady stern subtle tactful
tenacious thorough thrifty tolerant versatile vigilant visible"""
)

TIMES = _phrases(
    """after probation, after a merger, after each audit, all summer, at closing time, at half-term, at the kick-off,
at year end, before bonuses, before Christmas, by Friday noon, by midsummer, during notice, during onboarding, each
quarter, early on, every fortnight, every spring, for a decade, from day one, in April, in autumn, in due course, in
February, in hindsight, in January, in March, in November, in peak season, in week three, in winter, late at night, most
weeks, next year, on Mondays, on payday, once a month, over lunch, since lockdown, sooner rather than later, through the
holidays, twice a year, under pressure, until sign-off, upon appointment, within days, within a year, without warning"""
)

SETTINGS = _phrases(
    """abroad, across borders, among rivals, at arm's length, at headquarters, at scale, away from town, behind closed
doors, beyond Europe, close to customers, down the hall, far from home, for listed firms, in charities, in cleanrooms, in
family firms, in joint ventures, in laboratories, in ministries, in open-plan offices, in private equity, in shipyards, in
start-ups, in the field, in the north, in unionised plants, inland, near airports, off the record, offshore, on campus, on
paper, on rooftops, on site, out of hours, outside London, overseas, remotely, under lease, under licence, underground,
upstream, with agencies, with unions, within consortia, within holdings"""
)
