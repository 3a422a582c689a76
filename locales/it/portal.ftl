## Every page
portal-name = Portolano
portal-description = Quale ufficio La aiuta, dove si trova, quando è aperto e come chiamarlo: in dodici lingue, anche con un telefono lento.
skip = Vai al contenuto
home = Inizio
crumbs = Percorso
language = Lingua
topics = Argomenti
topic = Argomento
territories = Territori
territory = Territorio
services = Servizi
saved = Salvati
licence = Contenuti con licenza CC BY 4.0.
updated = Ultimo aggiornamento:
about = Informazioni
faq = Domande frequenti
accessibility = Accessibilità
privacy = Privacy
legal = Note legali
not-reviewed = Questo testo non è ancora stato riletto da una persona di madrelingua.
in-source-language = Questo testo è in italiano: la traduzione non c’è ancora.
list-separator = ,{" "}

## Danger
danger = È in pericolo?
danger-112 = Emergenza
danger-1522 = Violenza, stalking
danger-trafficking = Tratta e sfruttamento
exit = Esci subito

## Home and search
need = Di cosa ha bisogno?
need-lead = Scriva con parole Sue, nella Sua lingua. Le diciamo quale ufficio La aiuta, quando è aperto e come chiamarlo.
search = Cerca
search-in = Cerchi in: { $place }
search-services = Cerca un servizio
for-example = Ad esempio:
example-1 = permesso di soggiorno
example-2 = medico
example-3 = imparare l’italiano
near-me = Vicino a me
near-locating = Cerco dove si trova…
near-unlocated = Il telefono non dice dove si trova. Scriva il nome della città o il CAP.
choose-topic = Scelga un argomento
choose-territory = Scelga il Suo territorio
territories-lead = Le regioni e le province autonome di Trento e Bolzano.
town-or-cap = Città o CAP
axis-learning = Istruzione e lingua
axis-work = Lavoro
axis-housing = Casa e territorio
axis-services = Servizi essenziali
axis-minors = Minori e seconde generazioni

## Results
results-for = Risultati per “{ $query }”
services-in = Servizi: { $place }
found =
    { $count ->
        [one] { $shown } servizio
        [many] { $shown } servizi
       *[other] { $shown } servizi
    }
found-in =
    { $count ->
        [one] { $shown } servizio: { $place }
        [many] { $shown } servizi: { $place }
       *[other] { $shown } servizi: { $place }
    }
found-nothing = Nessun risultato
nothing-for = Non abbiamo trovato nulla per “{ $query }”.
nothing-spelling = Controlli come ha scritto le parole.
nothing-simple = Usi una o due parole semplici: casa, medico, lavoro.
nothing-filters = Tolga il luogo o un filtro.
corrected = Abbiamo letto “{ $meant }” al posto di “{ $typed }”.
query-cut = Il testo era molto lungo: abbiamo cercato solo i primi { $limit } caratteri.
widened = A { $place } non c’è nulla. Mostriamo i servizi più vicini: { $wider }.
page-of = Pagina { $page } di { $pages }
page-previous = Precedente
page-next = Successiva
page-beyond = Non ci sono altri risultati.
page-first = Torni alla prima pagina
remove = Togli
filters = Filtri
filters-unknown = Di molti servizi non conosciamo orari o costi: restano nell’elenco, dopo gli altri.
filter-speaks = Lingua parlata
any = Tutti
apply = Applica i filtri
split-unknown = Di questi non lo sappiamo: chieda prima di andare.
all-services = Tutti i servizi
all-italy = Tutta Italia
official-site = Sito ufficiale
metres = { $n } m
kilometres = { $n } km

## A service
open-now = Aperto ora
open-until = Aperto ora, fino alle { $time }
closed = Chiuso
closed-until = Chiuso, apre { $day } alle { $time }
closed-day = chiuso
hours-unknown = Orari non noti
always-open = Sempre aperto, giorno e notte.
closure = Chiuso da { $from } a { $to }.
today = oggi
by-appointment = Solo su appuntamento
call = Chiama
call-who = Chiama { $who }
write = Scrivi
open-website = Apri il sito
directions = Indicazioni
share = Condividi
share-other = Altro modo
qr = Codice QR
qr-lead = Inquadri il codice con un altro telefono per aprire questo servizio.
qr-back = Torna al servizio
save = Salva
free = Gratis
not-free = A pagamento
spoken = Si parla: { $languages }
without-documents = Senza documenti
without-documents-long = Accesso anche senza documenti
wheelchair = Accesso senza gradini
no-wheelchair = Accesso con gradini
service-description = Che cos’è
service-addressed = Per chi è
service-how-to = Come fare
service-needed = Che cosa serve
service-achieved = Che cosa si ottiene
service-times = Orari e tempi
service-cost = Quanto costa
service-access = Come arrivare
service-conditions = Condizioni
contacts = Contatti
address = Indirizzo
phone = Telefono
phone-free = chiamata gratuita
phone-always = giorno e notte
email = E-mail
website = Sito
missing = Non conosciamo: { $what }.
missing-hours = gli orari
missing-cost = il costo
missing-languages = le lingue parlate
missing-documents = se servono documenti
ask-phone = Chieda per telefono.
ask-mail = Chieda per e-mail.
ask-website = Guardi sul sito.
ask-there = Chieda allo sportello o in Comune.
checked-on = Verificato il
to-be-confirmed = Da confermare: nessuno ha ancora verificato questi dati.
source = Fonte:
sources = Fonti
report-error = Segnala un errore in questa pagina
withdrawn = Questo servizio non è più attivo.
withdrawn-others = Cerca servizi simili

## A topic
topic-what = Che cos’è
topic-office = Quale ufficio
topic-bring = Che cosa portare
topic-cost = Quanto costa
topic-rule = Dove sta la regola
topic-tip = Un consiglio
topic-near = Uffici vicino a Lei
topic-all-services = Tutti i servizi di questo argomento
topic-related = Argomenti vicini

## Saved
saved-title = Servizi salvati
saved-note = Sono salvati solo su questo telefono. Chi usa il telefono può vederli.
saved-empty = Non ha ancora salvato nulla. Apra un servizio e prema “Salva”.
saved-noscript = Per salvare i servizi il browser deve permettere gli script. Può inviarsi un servizio con “Condividi”.

## Forms
rate = Quanto è chiara questa pagina?
rate-1 = 1 = per niente
rate-5 = 5 = molto
send = Invia
optional = Può lasciare vuoto.
form-errors =
    { $count ->
        [one] C’è una cosa da correggere
        [many] Ci sono { $count } cose da correggere
       *[other] Ci sono { $count } cose da correggere
    }
report = Segnala un problema
report-lead = Un indirizzo sbagliato, una pagina che non si apre, un testo poco chiaro: ce lo dica. Non scriva dati personali di cui non c’è bisogno.
report-page = Quale pagina?
report-what = Che cosa non va?
report-what-missing = Scriva almeno una frase.
report-what-long = Il testo è troppo lungo: al massimo 4000 caratteri.
report-mail = La Sua e-mail, se vuole una risposta
report-mail-wrong = Controlli l’e-mail. Esempio: nome@posta.it
report-send = Invia la segnalazione
leave-empty = Lasci vuoto questo campo
thanks = Grazie
thanks-lead = Abbiamo ricevuto il Suo messaggio. Ci aiuta a migliorare il portale.

## Errors
back-home = Torna all’inizio
error-404 = Questa pagina non c’è
error-404-lead = L’indirizzo è sbagliato, o la pagina è stata tolta. Cerchi qui quello che Le serve.
error-414 = Il testo cercato è troppo lungo
error-414-lead = Scriva solo poche parole: che cosa Le serve e in quale città.
error-429 = Un momento, per favore
error-429-lead = Dalla Sua rete sono arrivate molte richieste. Aspetti un minuto e riprovi. Non è colpa Sua.
error-500 = Qualcosa non funziona
error-500-lead = È colpa nostra, non Sua. Riprovi tra poco. Se è urgente, chiami uno dei numeri di questa pagina.
