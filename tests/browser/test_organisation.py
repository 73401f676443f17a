"""The organisation's administrator opens a unit and employs somebody."""

import pytest
from playwright.sync_api import expect

from landfast.kernel.clock import today
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_tove_opens_a_unit_employs_a_nurse_and_writes_her_hours(site: Site):
    # given Tove, who keeps the municipality's units
    town = build_town()
    site.account(town.hire("Tove Administrator", town.coordination, "org_admin"), "tove")
    tove = site.signed_in("tove", DESK)
    tove.sees("Her er ingen borgere").finds_no_barrier()
    # when she opens a unit under the team
    tove.follows("Koordinatorteamet").finds_no_barrier()
    tove.follows("Opret en enhed herunder").writes("Enhedens navn", "Natholdet")
    tove.finds_no_barrier().touches_button("Opret enheden").sees("Enheden er oprettet")
    # and employs a nurse there, first without saying as what
    tove.follows("Natholdet").follows("Ansæt en medarbejder").writes("Navn", "Signe Sygeplejerske")
    tove.writes("Første dag", today().isoformat()).touches_button("Ansæt medarbejderen")
    tove.sees("Vælg en rolle på listen").finds_no_barrier()
    expect(tove.page.locator("#id_name")).to_have_value("Signe Sygeplejerske")
    tove.picks("Rolle", "Hjemmesygeplejerske").touches_button("Ansæt medarbejderen")
    # then it waits for a second yes; the next step is when citizens can reach her
    tove.sees("Ansættelsen venter på et ja fra en anden").sees("De kan sige ja: Dorte Daglig")
    tove.sees("Skriv, hvornår Signe Sygeplejerske arbejder")
    tove.finds_no_barrier().follows("Skriv arbejdstiden").finds_no_barrier()
    tove.writes("Fra", "08:00").writes("Til", "15:30").touches_button("Mandag til fredag")
    expect(tove.page.get_by_label("Fredag til")).to_have_value("15:30")
    tove.writes("Onsdag til", "").finds_no_barrier().touches_button("Gem arbejdstiden")
    tove.sees("Skriv begge tider").finds_no_barrier()
    tove.writes("Onsdag fra", "").touches_button("Gem arbejdstiden").sees("Mandag 8–15.30")
    tove.does_not_see("Onsdag 08.00")
    # and her days away are noted without a reason
    tove.follows("Notér fravær").sees("Skriv ikke hvorfor").finds_no_barrier()
    # and Tove cannot say the yes herself
    tove.goes_to("/organisation/").follows("Se 1 medarbejder, der venter på et ja")
    tove.sees("Signe Sygeplejerske").does_not_see("Sig ja til").finds_no_barrier()
    # when Dorte, who leads the unit, says it
    site.account(town.dorte, "dorte")
    dorte = site.signed_in("dorte", PHONE)
    dorte.follows("Medarbejdere, der venter på et ja").finds_no_barrier()
    dorte.touches_button("Sig ja til Signe Sygeplejerske").sees("Signe Sygeplejerske er ansat")
    # then nobody waits
    dorte.sees("Ingen ansættelser venter").finds_no_barrier()
    tove.goes_to("/organisation/").does_not_see("venter på et ja")


def test_signe_comes_in_by_a_start_password_and_chooses_her_own(site: Site):
    # given Tove, in front of an employee who has no login
    town = build_town()
    site.account(town.hire("Tina Administrator", town.coordination, "org_admin"), "tina")
    tina = site.signed_in("tina", DESK, javascript=False)
    tina.follows("Koordinatorteamet").follows("Nina Ny").follows("Opret et login")
    # when she opens one, the start password is shown this once
    expect(tina.page.get_by_label("Brugernavn")).to_have_value("nina.ny")
    tina.touches_button("Opret loginnet").sees("Vi viser den kun denne ene gang")
    password = tina.page.locator("code").nth(1).inner_text()
    tina.follows("Jeg har skrevet den ned").sees("Startadgangskoden er ikke skiftet endnu")
    tina.does_not_see(password)
    # then Nina comes in with it, and only to the page where she chooses her own
    nina = site.visitor().goes_to("/log-ind/")
    nina.writes("Brugernavn", "nina.ny").writes("Adgangskode", password)
    nina.page.click("main button[type=submit]")
    nina.sees("Vælg din egen nu").finds_no_barrier().goes_to("/mine-borgere/")
    nina.sees("Vælg din egen nu")
    nina.writes("Din adgangskode nu", password)
    nina.writes("Ny adgangskode", "to ord og en fugl").writes("Den samme igen", "to ord og en bi")
    nina.touches_button("Gem adgangskoden").sees("De to er ikke ens").finds_no_barrier()
    nina.writes("Din adgangskode nu", password)
    for label in ("Ny adgangskode", "Den samme igen"):
        nina.writes(label, "to ord og en fugl")
    nina.touches_button("Gem adgangskoden").sees("Din adgangskode er skiftet")
    nina.goes_to("/min-adgang/").sees("Skift adgangskode").finds_no_barrier()
    # when Tina closes the login, Nina is out the same second
    tina.page.reload()
    tina.sees("valgt sin egen adgangskode").touches_button("Luk loginnet")
    tina.sees("Loginnet er lukket")
    nina.goes_to("/min-adgang/").sees("Brugernavn")


def test_tilde_writes_who_answers_moves_a_unit_and_closes_it(site: Site):
    # given Tilde, who keeps the team, and two units that hold nothing
    town = build_town()
    site.account(town.hire("Tilde Administrator", town.coordination, "org_admin"), "tilde")
    tilde = site.signed_in("tilde", DESK)
    for name in ("Natholdet", "Dagholdet"):
        tilde.goes_to("/organisation/").follows("Koordinatorteamet")
        tilde.follows("Opret en enhed herunder").writes("Enhedens navn", name)
        tilde.touches_button("Opret enheden").sees("Enheden er oprettet")
    # when she writes who answers, first without a time
    tilde.follows("Koordinatorteamet").follows("Hvem svarer hvornår").finds_no_barrier()
    tilde.follows("Tilføj et nummer").writes("Hvem svarer?", "Kontoret").writes(
        "Nummer", "70102030"
    )
    tilde.finds_no_barrier().touches_button("Gem nummeret").sees("Skriv, hvornår der svares")
    tilde.writes("Fra", "08:00").writes("Til", "15:30").finds_no_barrier()
    tilde.touches_button("Gem nummeret").sees("mandag til fredag kl. 8 til 15.30")
    tilde.follows("Tilføj et nummer").writes("Hvem svarer?", "Social vagt")
    tilde.writes("Nummer", "70707070").ticks("Svarer hele døgnet").touches_button("Gem nummeret")
    tilde.sees("hele døgnet, hele ugen").touches_button("Prøv før Social vagt")
    # then everybody sees them in that order
    tilde.sees("Social vagt prøves nu før").finds_no_barrier()
    lines = tilde.page.locator("ol.lf-chain > li strong")
    expect(lines).to_have_text(["Social vagt", "Kontoret"])
    # when she moves one unit under the other, and closes it
    tilde.goes_to("/organisation/").follows("Natholdet").follows("Flyt enheden").finds_no_barrier()
    tilde.picks("Ligger under", "Dagholdet").touches_button("Flyt enheden").sees("er flyttet")
    # then the one above says what comes first
    tilde.goes_to("/organisation/").follows("Dagholdet").follows("Luk enheden")
    tilde.sees("Flyt eller luk enheden herunder").finds_no_barrier()
    tilde.goes_to("/organisation/").follows("Natholdet").follows("Luk enheden").finds_no_barrier()
    tilde.touches_button("Luk enheden").sees("Enheden er lukket").finds_no_barrier()
    tilde.touches_button("Åbn enheden igen").sees("Enheden er åben igen")
    # and what stands about the municipality can be mended
    tilde.goes_to("/organisation/organisationer/").finds_no_barrier().follows("Strandby Kommune")
    tilde.writes("CVR-nummer", "29 18 90 22").touches_button("Gem organisationen")
    tilde.sees("Se CVR-nummeret efter").finds_no_barrier()
    tilde.writes("CVR-nummer", "29 18 90 21").picks("Hvem svarer", "Dorte Daglig")
    tilde.touches_button("Gem organisationen").sees("29189021")


def test_thea_corrects_a_unit_and_writes_what_it_does(site: Site):
    # given Thea, who keeps the municipality's units
    town = build_town()
    site.account(town.hire("Thea Administrator", town.coordination, "org_admin"), "thea")
    thea = site.signed_in("thea", DESK)
    # when she gives the team another name, nobody is said to have been there before her
    thea.follows("Koordinatorteamet").follows("Ret navn og nummer")
    thea.writes("Enhedens navn", "Teamet").touches_button("Gem enheden").sees("Det er gemt")
    # and she writes what it does, twice, as people do
    for words in ("Holder trådene", "Holder trådene sammen med borgeren"):
        thea.follows("Skriv om enheden").finds_no_barrier()
        thea.writes("Hvad gør enheden?", words).touches_button("Gem teksten").sees("Det er gemt")
    # then everybody can read it
    thea.follows("Se, hvad andre ser").sees("Holder trådene sammen med borgeren")


def test_lars_writes_a_function_on_the_list_and_takes_it_off(site: Site):
    # given Lars, who leads the coordinators
    town = build_town()
    site.account(town.lars, "lars")
    lars = site.signed_in("lars", DESK)
    lars.follows("Hvem koordinerer").sees("Der står ingen funktioner").finds_no_barrier()
    # when he writes a function, first one that the law places elsewhere
    lars.follows("Skriv en funktion på listen").writes("Funktion", "Værge")
    lars.writes("Hvorfor?", "Én er nok").touches_button("Skriv på listen")
    lars.sees("Den rolle står i loven og fortsætter").finds_no_barrier()
    lars.writes("Funktion", "Tovholder i jobcentret").touches_button("Skriv på listen")
    lars.sees("Funktionen står nu på listen").finds_no_barrier()
    # and takes it off again, it stays as history
    lars.follows("Tag Tovholder i jobcentret af listen").writes("Hvorfor?", "Aftalen er sagt op")
    lars.finds_no_barrier().touches_button("Tag af listen")
    lars.sees("Taget af listen").sees("Aftalen er sagt op").finds_no_barrier()
