## Every page
portal-name = Portolano
portal-description = Ce birou vă ajută, unde este, când e deschis și cum îl sunați: în douăsprezece limbi, chiar și cu un telefon lent.
skip = Mergeți la conținut
home = Acasă
crumbs = Sunteți aici
language = Limba
topics = Teme
topic = Temă
territories = Teritorii
territory = Teritoriu
services = Servicii
saved = Salvate
licence = Conținut cu licența CC BY 4.0.
updated = Ultima actualizare:
about = Despre portal
faq = Întrebări frecvente
accessibility = Accesibilitate
privacy = Confidențialitate
legal = Note legale
not-reviewed = Acest text nu a fost încă verificat de un vorbitor nativ.
in-source-language = Acest text este în italiană: nu există încă o traducere.
list-separator = ,{" "}

## Danger
danger = Sunteți în pericol?
danger-112 = Urgență
danger-1522 = Violență, hărțuire
danger-trafficking = Trafic de persoane și exploatare
exit = Ieșiți acum

## Home and search
need = De ce aveți nevoie?
need-lead = Scrieți cu cuvintele dumneavoastră, în limba dumneavoastră. Vă spunem ce birou vă ajută, când e deschis și cum îl sunați.
search = Căutați
search-in = Căutați în: { $place }
search-services = Căutați un serviciu
for-example = De exemplu:
example-1 = permis de ședere
example-2 = medic
example-3 = să învăț italiana
near-me = Lângă mine
near-locating = Căutăm unde sunteți…
near-unlocated = Telefonul nu spune unde sunteți. Scrieți numele orașului sau codul poștal (CAP).
choose-topic = Alegeți o temă
choose-territory = Alegeți teritoriul dumneavoastră
territories-lead = Regiunile și provinciile autonome Trento și Bolzano.
town-or-cap = Oraș sau cod poștal (CAP)
axis-learning = Școală și limbă
axis-work = Muncă
axis-housing = Locuință și teritoriu
axis-services = Servicii esențiale
axis-minors = Minori și a doua generație

## Results
results-for = Rezultate pentru „{ $query }”
services-in = Servicii: { $place }
found =
    { $count ->
        [one] { $shown } serviciu
        [few] { $shown } servicii
       *[other] { $shown } de servicii
    }
found-in =
    { $count ->
        [one] { $shown } serviciu: { $place }
        [few] { $shown } servicii: { $place }
       *[other] { $shown } de servicii: { $place }
    }
found-nothing = Niciun rezultat
nothing-for = Nu am găsit nimic pentru „{ $query }”.
nothing-spelling = Verificați cum ați scris cuvintele.
nothing-simple = Folosiți unul sau două cuvinte simple: casă, medic, muncă.
nothing-filters = Scoateți locul sau un filtru.
corrected = Am citit „{ $meant }” în loc de „{ $typed }”.
query-cut = Textul era foarte lung: am căutat numai primele caractere, cel mult { $limit }.
widened = Nu este nimic pentru acest loc: { $place }. Iată serviciile cele mai apropiate: { $wider }.
page-of = Pagina { $page } din { $pages }
page-previous = Înapoi
page-next = Înainte
page-beyond = Nu mai sunt alte rezultate.
page-first = Înapoi la prima pagină
remove = Scoateți
filters = Filtre
filters-unknown = Pentru multe servicii nu știm programul sau prețul: rămân în listă, după celelalte.
filter-speaks = Limba vorbită
any = Toate
apply = Aplicați filtrele
split-unknown = Pentru următoarele nu știm acest lucru: întrebați înainte de a merge.
all-services = Toate serviciile
all-italy = Toată Italia
official-site = Site oficial
metres = { $n } m
kilometres = { $n } km

## A service
open-now = Deschis acum
open-until = Deschis acum, până la { $time }
closed = Închis
closed-until = Închis, se deschide { $day } la { $time }
closed-day = închis
hours-unknown = Program necunoscut
always-open = Mereu deschis, zi și noapte.
closure = Închis de la { $from } până la { $to }.
today = azi
by-appointment = Numai cu programare
call = Sunați
call-who = Sunați: { $who }
write = Scrieți
open-website = Deschideți site-ul
directions = Traseu
share = Distribuiți
share-other = Alt mod
qr = Cod QR
qr-lead = Îndreptați alt telefon spre cod ca să deschideți acest serviciu.
qr-back = Înapoi la serviciu
save = Salvați
free = Gratuit
not-free = Cu plată
spoken = Se vorbește: { $languages }
without-documents = Fără acte
without-documents-long = Și pentru persoane fără acte
wheelchair = Intrare fără trepte
no-wheelchair = Intrare cu trepte
service-description = Ce este
service-addressed = Pentru cine este
service-how-to = Cum faceți
service-needed = Ce vă trebuie
service-achieved = Ce obțineți
service-times = Program și termene
service-cost = Cât costă
service-access = Cum ajungeți
service-conditions = Condiții
contacts = Contacte
address = Adresă
phone = Telefon
phone-free = apel gratuit
phone-always = zi și noapte
email = E-mail
website = Site
missing = Nu știm: { $what }.
missing-hours = programul
missing-cost = prețul
missing-languages = limbile vorbite
missing-documents = dacă trebuie acte
ask-phone = Întrebați la telefon.
ask-mail = Întrebați prin e-mail.
ask-website = Vedeți pe site.
ask-there = Întrebați la ghișeu sau la primărie (Comune).
checked-on = Verificat la
to-be-confirmed = De confirmat: nimeni nu a verificat încă aceste date.
source = Sursa:
sources = Surse
report-error = Semnalați o greșeală pe această pagină
withdrawn = Acest serviciu nu mai este activ.
withdrawn-others = Căutați servicii asemănătoare

## A topic
topic-what = Ce este
topic-office = La ce birou
topic-bring = Ce aduceți
topic-cost = Cât costă
topic-rule = Ce lege o spune
topic-tip = Un sfat
topic-near = Birouri lângă dumneavoastră
topic-all-services = Toate serviciile pentru această temă
topic-related = Teme apropiate

## Saved
saved-title = Servicii salvate
saved-note = Sunt salvate numai pe acest telefon. Cine folosește telefonul le poate vedea.
saved-empty = Nu ați salvat încă nimic. Deschideți un serviciu și atingeți „Salvați”.
saved-noscript = Ca să salvați servicii, browserul trebuie să permită scripturile. Vă puteți trimite un serviciu cu „Distribuiți”.

## Forms
rate = Cât de clară este această pagină?
rate-1 = 1 = deloc
rate-5 = 5 = foarte clară
send = Trimiteți
optional = Puteți lăsa gol.
form-errors =
    { $count ->
        [one] Este un lucru de corectat
        [few] Sunt { $count } lucruri de corectat
       *[other] Sunt { $count } de lucruri de corectat
    }
report = Semnalați o problemă
report-lead = O adresă greșită, o pagină care nu se deschide, un text neclar: spuneți-ne. Nu scrieți date personale de care nu este nevoie.
report-page = Ce pagină?
report-what = Ce nu este bine?
report-what-missing = Scrieți cel puțin o propoziție.
report-what-long = Textul este prea lung: cel mult 4000 de caractere.
report-mail = E-mailul dumneavoastră, dacă vreți un răspuns
report-mail-wrong = Verificați e-mailul. Exemplu: nume@example.com
report-send = Trimiteți mesajul
leave-empty = Lăsați gol acest câmp
thanks = Vă mulțumim
thanks-lead = Am primit mesajul dumneavoastră. Ne ajută să îmbunătățim portalul.

## Errors
back-home = Înapoi la început
error-404 = Această pagină nu există
error-404-lead = Adresa este greșită sau pagina a fost scoasă. Căutați aici ce vă trebuie.
error-414 = Textul căutat este prea lung
error-414-lead = Scrieți numai câteva cuvinte: ce vă trebuie și în ce oraș.
error-429 = Un moment, vă rugăm
error-429-lead = Au venit multe cereri din rețeaua dumneavoastră. Așteptați un minut și încercați din nou. Nu este vina dumneavoastră.
error-500 = Ceva nu funcționează
error-500-lead = Este vina noastră, nu a dumneavoastră. Încercați din nou peste puțin timp. Dacă este urgent, sunați la unul dintre numerele de pe această pagină.
