"""Life Sciences: the sector, its family Clinical Development, and the specialisms below them."""

from agency.demo.content import bioprocess, clinical_operations, regulatory_affairs
from agency.demo.vocabulary import Specialism, heading, text

CLINICAL_DEVELOPMENT = Specialism(
    slug="clinical-development",
    title="Clinical Development",
    question="Who recruits clinical and regulatory people for biotech sponsors?",
    heading="Clinical Development recruitment",
    summary="The people who run trials and the people who agree with agencies what those trials must show.",
    standfirst="Two fields that share every deadline: clinical operations runs the trial, regulatory affairs decides what it has to prove and tells the agencies.",
    search_description="Search in clinical development: clinical operations leads and regulatory affairs directors for biotech sponsors and CROs in the UK and Europe.",
    remit="""
<p>Clinical development is the stretch between a molecule that works in animals and a file on an assessor’s desk. We recruit for the two functions that carry it. Clinical operations opens sites, enrols patients and oversees the contract research organisation. Regulatory affairs agrees the plan with agencies and answers for it afterwards.</p>
<p>Our usual client is a biotech of twenty to two hundred people with one programme that matters. It cannot afford two layers in each function, so every hire must be able to decide and to do. We place permanent leaders and, where the calendar leaves no choice, interims with a written end date. Claire Delacroix leads the practice and works with Samir Haddad on every regulatory search.</p>
""".strip(),
    key_figures=["development-time", "development-biotech", "development-notice"],
    body=[
        heading("Operations or regulatory?"),
        text("""
<p>Small companies often try to fill both with one person. Look at what next year holds. If it holds forty sites, a central laboratory and a CRO contract, you need <a href="page:clinical-operations">clinical operations</a>, and the <a href="page:clinical-operations-lead-hiring-guide">lead hiring guide</a> is the place to start. If it holds scientific advice, a paediatric plan or a first filing, you need <a href="page:regulatory-affairs">regulatory affairs</a>, and the first question is usually <a href="page:regulatory-strategist-or-cmc-specialist">strategist or CMC specialist</a>.</p>
<p>If it holds both, hire regulatory first. The agency’s answer changes the protocol, and a protocol changed after sites open costs more than a lead who starts one quarter later.</p>
"""),
    ],
    cta_heading="Planning a trial or a filing?",
    cta_text="Tell us what next year holds. We will say which of the two hires comes first, and why.",
    leads=["claire-delacroix"],
    narrower=[clinical_operations.SPECIALISM, regulatory_affairs.SPECIALISM],
)

SPECIALISM = Specialism(
    slug="life-sciences",
    title="Life Sciences",
    question="Which recruiters cover biotech from first trial to released batch?",
    heading="Life Sciences recruitment",
    summary="Search for the people who develop, argue for and make medicines, across the UK and continental Europe.",
    standfirst="From first-in-human to a released commercial batch, we recruit for the work on which a medicine’s approval depends.",
    search_description="Life sciences search by Throughline: clinical operations, regulatory affairs and bioprocess leaders for biotech and manufacturers in Europe.",
    remit="""
<p>Our life sciences team recruits in three fields: clinical operations, regulatory affairs and bioprocess. They look like separate markets and have separate careers, but a single programme needs all three to agree. A change of manufacturing site alters the regulatory plan. An agency question alters the protocol. We keep one team so that a search in one field knows what is happening in the others.</p>
<p>Claire Delacroix leads the sector and handles clinical operations herself. Samir Haddad leads regulatory affairs and bioprocess, having worked on both sides of that fence. We work for biotech sponsors, contract organisations and manufacturers, retained for leadership and contingent for specialist posts. We do not recruit in discovery research, medical sales or devices.</p>
""".strip(),
    key_figures=["life-searches", "life-time", "life-return"],
    body=[
        heading("How the fields differ"),
        text("""
<p><a href="page:clinical-development">Clinical development</a> hires against a calendar set by funding rounds and agency meetings. Candidates can work from almost anywhere, notice is long, and the question is who has carried the decision before. It holds <a href="page:clinical-operations">clinical operations</a> and <a href="page:regulatory-affairs">regulatory affairs</a>.</p>
<p><a href="page:bioprocess">Bioprocess</a> hires against a building. People must live near it, shifts and weekends are part of the offer, and the question is the largest scale at which someone has been responsible.</p>
"""),
        heading("Where the fields meet"),
        text("""
<p>The seam is chemistry, manufacturing and controls, where process people and regulatory people claim the same work. If your vacancy sits there, read <a href="page:regulatory-strategist-or-cmc-specialist">regulatory strategist or CMC specialist</a> before you write it. If the seam is between the sponsor and the CRO, the <a href="page:clinical-operations-market-map">clinical operations market map</a> shows who has worked on both sides.</p>
"""),
    ],
    cta_heading="Hiring in life sciences?",
    cta_text="Describe the programme in five lines. We will say which field the hire belongs to and who would lead the search.",
    leads=["claire-delacroix"],
    reviewer="claire-delacroix",
    narrower=[CLINICAL_DEVELOPMENT, bioprocess.SPECIALISM],
)
