"""How sellers speak in Polish, and how clients do; see ``enquiries.spam.vocabulary``."""

STRONG = """
wasza strona, waszej strony, wasza strone, panstwa strona, panstwa strony, panstwa strone, panstwa stronie,
panstwa witryn*, panstwa sklep*, panstwa domen*, panstwa kont*, panstwa sprzedaz*, panstwa pozycj*,
panstwa widocznosc*, twoja strona, twojej strony, twoja strone, twojej stronie, twoja firma, twojej firmy,
twoja firme, twojej firmie, twoj biznes, twojego biznesu, twoje konto, twojego konta, twoja paczka, twoj sklep,
twojej domeny, pierwszej stronie, pierwsza strone, top 10, top 3, wiecej klientow, wiecej ruchu,
wiecej zapytan, wiecej sprzedazy, zwieksz, popraw, zyskaj, za darmo, bez zobowiazan, niezobowiazujac*, kliknij,
odwiedz, odbierz, zarejestruj, zapisz sie, zamow, kup teraz, skorzystaj, sprawdz nasza, sprawdz nasze, sprawdz ofert*,
zagraj, oferta specjalna, specjalna oferta, specjalnej ofert*, oferta limitowana, rabat*, znizk*, najlepsze ceny,
najlepszej cenie, najnizsze ceny, atrakcyjne ceny, atrakcyjnych cen*, atrakcyjnej cenie, konkurencyjne ceny,
konkurencyjnych cen*, niskich cen*, dobrej cenie, juz od, oferujemy panstwu, oferuje panstwu, panstwu oferte,
zaoferowac, zaproponowac, przedstawic oferte, przedstawic nasza, przedstawic panstwu, naszej oferty, nasza oferta,
nasza oferte, naszych uslug, nasz katalog, naszego katalogu, nasz cennik, cennik, jestesmy producentem,
jestesmy wiodac*, wiodacym producentem, wiodacy producent, pomagamy firmom, pomozemy, pomoc panstwu, natrafilem,
natrafilam, przegladajac, przegladalem, przegladalam, odwiedzilem, odwiedzilam, zauwazylem ze, zauwazylam ze,
zauwazylismy, sa panstwo zainteresowani, byliby panstwo, bylby pan, bylaby pani, czy jestes zainteresowan*,
jestescie zainteresowani, panstwo zainteresowani, jest pan zainteresowany, moge przeslac, moge wyslac,
mozemy przeslac, chetnie przesle, chetnie przeslemy, przeslac panstwu, wypisac sie, wypisz, rezygnacji z otrzymywania,
nie chca panstwo otrzymywac, zarabiaj, zarabiac, zarob, dochod pasywny, pasywny dochod, dodatkowy dochod,
wolnosc finansowa, gwarantowany zysk, gwarantowane zyski, gwarantujemy, bez ryzyka, bez bik, bez zaswiadczen,
darmowe spiny, darmowa wycena, darmowy audyt, bezplatny audyt, bezplatna wycena, bezplatna analiza,
bezplatna konsultacj*, gratulacje, wygrales, wygrala pani, wygral pan, zostal pan wybrany, zostales wybrany,
zostala pani, spadku, spadkobierc*, beneficjent*, zmarl*, milionow dolarow, milionow usd, potwierdz, zweryfikuj,
zaktualizuj, zostanie zablokowan*, zostalo zablokowan*, zostanie zawieszon*, ostateczne wezwanie, zalegla faktura,
nieoplacon*, praw autorskich, propozycja wspolpracy, propozycje wspolpracy, propozycja biznesow*,
propozycje biznesow*, drogi przyjacielu, artykul* sponsorowan*, nie czekaj, nie przegap, zadzwon teraz,
skontaktuj sie, zapraszamy do kontaktu, zapraszamy do wspolpracy, zapraszam do kontaktu, potrzebujesz, szukasz,
chcesz, jestem opiekun*, przedstawie, zaprezentuje, zaprezentowac, chetnie przedstawie, do osoby odpowiedzialnej,
osoby odpowiedzialnej, osoba odpowiedzialna, kto odpowiada, kto zajmuje sie, z kim moge, z kim mozna, mogl* zadzwonic,
udzielam, udzielamy, za jedyne, stawka od, stawki od, dla agencji, dla firm rekrutacyjn*, agencji zatrudnienia,
bez oplat, bezplatny okres, okres probny gratis, pierwszy miesiac, miesiac gratis, przesle, wysle panstwu,
panstwa agencj*, panstwa konsultant*, panstwa interesuje, panstwo potrzebuja, potrzebuja panstwo, swietny wpis,
ciekawy wpis, ciekawy artykul, swietny artykul, fajny wpis, dobry wpis, swietny blog, panstwa blog*, twoj blog,
dzieki za wpis, dziekuje za wpis, moja strone, mojej stronie, moj blog, zapraszam do siebie, zapraszam na,
zapraszamy na, samotna, moje zdjecia, wygasa, wygasnie, wygasl*, uniknac blokady, oplac, dane karty, podaj dane,
zaplac, zobacz to, odkryj, dolacz, zainwestuj, wyslij, wystarczy wplata, liczba miejsc ograniczona, zarabiam,
mozemy przyjechac, kiedy mozemy, kiedy moglibysmy, mozemy umowic, mozemy sie umowic, umowic krotk*,
umowic prezentacj*, na wycene, wycen*, o polowe taniej, pierwszy miesiac o, bez oplaty, bez kosztow, przejmiemy,
zajmiemy sie, zadbamy o, powierzcie nam, proponuje, firma sprzatajaca, biuro rachunkowe obsluguje,
nasze biuro obsluguje, tlumaczymy, sprzatamy, szkolimy, prowadzimy szkolenia, finansujemy, ubezpieczamy, na dowod,
gotowki, chwilowk*, decyzja w, wymiana linkow, prawo jazdy, bez egzaminu, szukaja panstwo, czy szukaja, potrzeba wam,
obnizamy, rachunki za, bez wplaty wlasnej, doradca oddzwoni, oddzwonimy, wystarczy numer, lajki, lajkow,
montaz w,

kodem rabatow*, bon o, karta podarunkow*, wygraj, postaw, obstaw, pewniak*, ustawione mecze, grupa vip, wejscie 100,
blikiem, zwrot jak, na telegramie, telegram, napisz do mnie, odezwij, pisz na, dzwon, zobacz, sprawdz, przetestuj,
wyprobuj, dolacz do, zaloz konto, rejestracja z bonusem, rejestracja bonus, na zywo bez, zarobisz, zarobil*,
zarobki z domu, bot gieldowy, robot gieldowy, domowy sposob, schudnij, schudniesz, kilo w, kg w, bole stawow,
profesor z, lekarze nie, liczba opakowan, ilosc ograniczona, tylko dzis, tylko dzisiaj, ostatnie sztuki,
ostatnia szansa, do konca tygodnia, przedplata, za pobraniem, wysylka za, nie do odroznienia, markowych,
prosto od producenta, pozytywne opinie, opinie google, kup pakiet, kup, usuwamy, kamerki, wrozk*, wrozb*, tarot,
rytual*, urok*, przejrzalem, przejrzalam, przeanalizowal*, znalazlem kilka*, znalazlam kilka*, bledow technicznych,
robot google, konkurencja juz, naprawimy, poprawimy, za efekt, rozliczamy sie, placa panstwo, placicie, z oferta,
czy chcieliby, chcieliby panstwo, chcialbym panstwu, chcialabym panstwu, mam  mam oferte, super oferte,
super oferta, przygotowalem dla, przygotowalismy dla, dla panstwa, prowadze warsztaty, prowadze szkolenia,
za przekazanie, przekazanie tej, dla biur, panstwa rekruter*, panstwa zespol*, panstwa serwis*, panstwa portal*,
panstwa pracownik*, od zaraz mamy, mamy wolne, wolne 40, tani, tanich, wyslemy cv, usd, podac wymagania,
oplaty fakultatywnej, oplate fakultatywna, wniesienie oplat*, brak wplaty, wykreslenie, nieuregulowan*, niedoplat*,
paczka wstrzymana, paczka czeka, dezaktywowan*, zaloguj sie, twoja skrzynka, na pana koncie, na pani koncie,
niewyplacon*, aby odebrac
"""

MEDIUM = """
darmow*, bezplatn*, promocj*, proponujemy, nasze uslugi, nasi specjalisci, nasi eksperci, nasza agencja,
jestesmy agencja, pomagamy, panstwa firm*, panstwa klient*, panstwa mark*, panstwa biur*, panstwa potrzeb*,
krotka rozmow*, krotkiej rozmow*, 15 minut*, 10 minut*, prosze o odpowiedz, prosze odpowiedziec, z domu,
specjalizujemy sie, tanio, tanie, oszczedz*, taniej, w razie zainteresowania, zauwazylem, zauwazylam, przygotowujemy,
zwrot pieniedzy, stala wspolprac*, dostarczam, dotacj*, doplat*, kwalifikuj*, zajmujemy sie, dofinansowan*,
oprocentowan*, wysylka, od ręki, od reki, juz dzis, w 24, w 48, w ciagu 24, gratis, trafilem na, trafilam na,
spotkac sie, umowic sie, sprzedajemy, sprzedam, mozemy zadzwonic, moge zadzwonic, zadzwon, napisz, zaloguj, pobierz,
u panstwa, panstwa ksieg*, dla rekruterow, stala cena, abonament, miesiecznie, dyskretn*, certyfikat*,

kod rabatowy, poznaj, sprawdzony sposob, mam dla, mamy dla, panstwa kandydat*, szanowni klienci, drogi kliencie,
drodzy panstwo, za 99, w promocji, taniej niz, bezplatnie, moge tez przyjechac, przyjechac do, najblizszy termin,
wolne terminy, mamy wolnych,
bez recepty, w google
"""

WEAK = """
oferta*, oferte, ofercie, 100 %, zadowolonych klientow, atrakcyjn*, wspolprac*, gwarancj*, gwarantowan*,
nasze produkty, nasza platforma, nasze rozwiazanie, nasi programisci, nowych klientow, netto za, w cenie,
zainteresowan*, dla firm, kompleksow*, dostarczamy, prezentacj*, referencje, zysk*,

kiedy moge, czy moge, czy mozemy, czy mozna, bede wdzieczn*, agencji rekrutacyjnych, firm rekrutacyjnych,
agencje rekrutacyjne, agencjom, agencjami, biur pracy, rekruterow, wyslemy, prosze podac, z indii, z ukrainy,
z nepalu, z filipin, numer konta, oferuje, zapewniamy, zapewnic, obslugujemy, gwarantuje,
dostawa w
"""

HIRING = """
szukamy, szukam, poszukujemy, poszukuje, potrzebujemy, potrzebna osoba, potrzebny, potrzebuje kogos, po roku,
w ciagu roku, w rok, osoba, osoby ktora, kogos kto, powinien, powinna, stanowisk*, wynagrodzen*, nastepc*, emerytur*,
odchodzi, odchodza, doswiadczenie w, doswiadczenie z, zespol*, na etat, umowe o prace, umowa o prace, zdalnie,
ogloszenie, samodziel*, poprowadzi, zastepstw*, poufn*, moga panstwo pomoc, mozecie pomoc, pomoc nam znalezc,
znalezc kogos, ktos kto, kogos, polecono, polecil, panstwa poradnik, panstwa raport, inna agencja, inne agencje,
wakat, obsadzic, zatrudnic, brygad*, na budowie, hala, warunki wspolpracy, mogliby panstwo zadzwonic,
panstwo zadzwonic, prosze o telefon, prosze o kontakt telefoniczny
"""

JOB_AD = """
twoje zadania, twoje obowiazki, zakres obowiazkow, obowiazki, zadania, wymagania, wymagamy, oczekujemy, oczekiwania,
oferujemy, co oferujemy, o nas, kim jestesmy, aplikuj, mile widziane, twoj profil, czego szukamy, benefity,
prywatna opieka, karta multisport, widelki, brutto, b2b, uop, kwalifikacje
"""
