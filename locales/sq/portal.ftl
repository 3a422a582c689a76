## Every page
portal-name = Portolano
portal-description = Cila zyrë ju ndihmon, ku është, kur është hapur dhe si ta telefononi: në dymbëdhjetë gjuhë, edhe me një telefon të ngadaltë.
skip = Shkoni te përmbajtja
home = Kreu
crumbs = Ju jeni këtu
language = Gjuha
topics = Temat
topic = Tema
territories = Territoret
territory = Territori
services = Shërbimet
saved = Të ruajtura
licence = Përmbajtje me licencën CC BY 4.0.
updated = Përditësimi i fundit:
about = Rreth portalit
faq = Pyetje të shpeshta
accessibility = Aksesueshmëria
privacy = Privatësia
legal = Shënime ligjore
not-reviewed = Këtë tekst nuk e ka lexuar ende një person që e ka shqipen gjuhë amtare.
in-source-language = Ky tekst është në italisht: ende nuk ka përkthim.
list-separator = ,{" "}

## Danger
danger = Jeni në rrezik?
danger-112 = Urgjencë
danger-1522 = Dhunë, përndjekje
danger-trafficking = Trafikim dhe shfrytëzim
exit = Dil menjëherë

## Home and search
need = Për çfarë keni nevojë?
need-lead = Shkruani me fjalët tuaja, në gjuhën tuaj. Ju themi cila zyrë ju ndihmon, kur është hapur dhe si ta telefononi.
search = Kërko
search-in = Kërkoni në: { $place }
search-services = Kërkoni një shërbim
for-example = Për shembull:
example-1 = leje qëndrimi
example-2 = mjek
example-3 = të mësoj italisht
near-me = Pranë meje
near-locating = Po kërkojmë ku jeni…
near-unlocated = Telefoni nuk tregon ku jeni. Shkruani emrin e qytetit ose kodin postar (CAP).
choose-topic = Zgjidhni një temë
choose-territory = Zgjidhni territorin tuaj
territories-lead = Rajonet dhe provincat autonome Trento dhe Bolzano.
town-or-cap = Qyteti ose kodi postar (CAP)
axis-learning = Shkolla dhe gjuha
axis-work = Puna
axis-housing = Banesa dhe territori
axis-services = Shërbimet bazë
axis-minors = Të miturit dhe brezi i dytë

## Results
results-for = Rezultate për «{ $query }»
services-in = Shërbime: { $place }
found =
    { $count ->
        [one] { $shown } shërbim
       *[other] { $shown } shërbime
    }
found-in =
    { $count ->
        [one] { $shown } shërbim: { $place }
       *[other] { $shown } shërbime: { $place }
    }
found-nothing = Asnjë rezultat
nothing-for = Nuk gjetëm asgjë për «{ $query }».
nothing-spelling = Kontrolloni si i keni shkruar fjalët.
nothing-simple = Përdorni një ose dy fjalë të thjeshta: shtëpi, mjek, punë.
nothing-filters = Hiqni vendin ose një filtër.
corrected = Lexuam «{ $meant }» në vend të «{ $typed }».
query-cut = Teksti ishte shumë i gjatë: kërkuam vetëm { $limit } shkronjat e para.
widened = Nuk ka asgjë për këtë vend: { $place }. Ja shërbimet më të afërta: { $wider }.
page-of = Faqja { $page } nga { $pages }
page-previous = Mbrapa
page-next = Përpara
page-beyond = Nuk ka rezultate të tjera.
page-first = Kthehuni te faqja e parë
remove = Hiq
filters = Filtra
filters-unknown = Për shumë shërbime nuk dimë orarin ose çmimin: ato mbeten në listë, pas të tjerave.
filter-speaks = Gjuha që flitet
any = Të gjitha
apply = Zbato filtrat
split-unknown = Për këto nuk e dimë: pyesni para se të shkoni.
all-services = Të gjitha shërbimet
all-italy = Gjithë Italia
official-site = Faqja zyrtare
metres = { $n } m
kilometres = { $n } km

## A service
open-now = Hapur tani
open-until = Hapur tani, deri në orën { $time }
closed = Mbyllur
closed-until = Mbyllur, hapet: { $day }, ora { $time }
closed-day = mbyllur
hours-unknown = Orari nuk dihet
always-open = Gjithmonë hapur, ditë e natë.
closure = Mbyllur nga { $from } deri më { $to }.
today = sot
by-appointment = Vetëm me takim
call = Telefono
call-who = Telefono: { $who }
write = Shkruaj
open-website = Hap faqen
directions = Rruga
share = Ndaj
share-other = Mënyrë tjetër
qr = Kodi QR
qr-lead = Drejtoni një telefon tjetër te kodi për të hapur këtë shërbim.
qr-back = Kthehuni te shërbimi
save = Ruaj
free = Falas
not-free = Me pagesë
spoken = Flitet: { $languages }
without-documents = Pa dokumente
without-documents-long = Edhe për njerëz pa dokumente
wheelchair = Hyrje pa shkallë
no-wheelchair = Hyrje me shkallë
service-description = Çfarë është
service-addressed = Për kë është
service-how-to = Si bëhet
service-needed = Çfarë duhet
service-achieved = Çfarë merrni
service-times = Oraret dhe afatet
service-cost = Sa kushton
service-access = Si shkohet
service-conditions = Kushtet
contacts = Kontaktet
address = Adresa
phone = Telefoni
phone-free = telefonatë falas
phone-always = ditë e natë
email = E-mail
website = Faqja
missing = Nuk dimë: { $what }.
missing-hours = orarin
missing-cost = çmimin
missing-languages = gjuhët që fliten
missing-documents = nëse duhen dokumente
ask-phone = Pyesni me telefon.
ask-mail = Pyesni me e-mail.
ask-website = Shihni në faqen e tyre.
ask-there = Pyesni në sportel ose në bashki (Comune).
checked-on = Kontrolluar më
to-be-confirmed = Për t'u konfirmuar: askush nuk i ka kontrolluar ende këto të dhëna.
source = Burimi:
sources = Burimet
report-error = Njoftoni një gabim në këtë faqe
withdrawn = Ky shërbim nuk është më aktiv.
withdrawn-others = Kërkoni shërbime të ngjashme

## A topic
topic-what = Çfarë është
topic-office = Cila zyrë
topic-bring = Çfarë duhet të merrni me vete
topic-cost = Sa kushton
topic-rule = Cili ligj e thotë
topic-tip = Një këshillë
topic-near = Zyra pranë jush
topic-all-services = Të gjitha shërbimet për këtë temë
topic-related = Tema të afërta

## Saved
saved-title = Shërbimet e ruajtura
saved-note = Janë ruajtur vetëm në këtë telefon. Kush e përdor telefonin mund t'i shohë.
saved-empty = Nuk keni ruajtur ende asgjë. Hapni një shërbim dhe prekni «Ruaj».
saved-noscript = Për të ruajtur shërbime, shfletuesi duhet të lejojë skriptet. Mund t'i dërgoni vetes një shërbim me «Ndaj».

## Forms
rate = Sa e qartë është kjo faqe?
rate-1 = 1 = aspak
rate-5 = 5 = shumë
send = Dërgo
optional = Mund ta lini bosh.
form-errors =
    { $count ->
        [one] Ka një gjë për të ndrequr
       *[other] Ka { $count } gjëra për të ndrequr
    }
report = Njoftoni një problem
report-lead = Një adresë e gabuar, një faqe që nuk hapet, një tekst i paqartë: na e thoni. Mos shkruani të dhëna personale që nuk duhen.
report-page = Cila faqe?
report-what = Çfarë nuk shkon?
report-what-missing = Shkruani të paktën një fjali.
report-what-long = Teksti është shumë i gjatë: e shumta 4000 shkronja.
report-mail = E-maili juaj, nëse doni përgjigje
report-mail-wrong = Kontrolloni e-mailin. Shembull: emri@example.com
report-send = Dërgo njoftimin
leave-empty = Lëreni bosh këtë fushë
thanks = Faleminderit
thanks-lead = E morëm mesazhin tuaj. Na ndihmon ta përmirësojmë portalin.

## Errors
back-home = Kthehuni te kreu
error-404 = Kjo faqe nuk ekziston
error-404-lead = Adresa është e gabuar ose faqja është hequr. Kërkoni këtu atë që ju duhet.
error-414 = Teksti i kërkuar është shumë i gjatë
error-414-lead = Shkruani vetëm pak fjalë: çfarë ju duhet dhe në cilin qytet.
error-429 = Një çast, ju lutemi
error-429-lead = Nga rrjeti juaj erdhën shumë kërkesa. Prisni një minutë dhe provoni përsëri. Nuk është faji juaj.
error-500 = Diçka nuk punon
error-500-lead = Është faji ynë, jo juaji. Provoni përsëri pas pak. Nëse është urgjente, telefononi një nga numrat e kësaj faqeje.
