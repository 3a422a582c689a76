## Every page
portal-name = Portolano
portal-description = Quel bureau vous aide, où il est, quand il est ouvert et comment l’appeler : en douze langues, même avec un téléphone lent.
skip = Aller au contenu
home = Accueil
crumbs = Vous êtes ici
language = Langue
topics = Thèmes
topic = Thème
territories = Territoires
territory = Territoire
services = Services
saved = Enregistrés
licence = Contenus sous licence CC BY 4.0.
updated = Dernière mise à jour :
about = À propos
faq = Questions fréquentes
accessibility = Accessibilité
privacy = Vie privée
legal = Mentions légales
not-reviewed = Ce texte n’a pas encore été relu par une personne de langue maternelle.
in-source-language = Ce texte est en italien : il n’est pas encore traduit.
list-separator = ,{" "}

## Danger
danger = Êtes-vous en danger ?
danger-112 = Urgence
danger-1522 = Violence, harcèlement
danger-trafficking = Traite et exploitation
exit = Quitter vite

## Home and search
need = De quoi avez-vous besoin ?
need-lead = Écrivez avec vos mots, dans votre langue. Nous vous disons quel bureau vous aide, quand il est ouvert et comment l’appeler.
search = Chercher
search-in = Chercher dans : { $place }
search-services = Chercher un service
for-example = Par exemple :
example-1 = titre de séjour
example-2 = médecin
example-3 = apprendre l’italien
near-me = Près de moi
near-locating = Nous cherchons où vous êtes…
near-unlocated = Le téléphone ne dit pas où vous êtes. Écrivez le nom de la ville ou le code postal (CAP).
choose-topic = Choisissez un thème
choose-territory = Choisissez votre territoire
territories-lead = Les régions et les provinces autonomes de Trento et Bolzano.
town-or-cap = Ville ou code postal (CAP)
axis-learning = École et langue
axis-work = Travail
axis-housing = Logement et territoire
axis-services = Services essentiels
axis-minors = Mineurs et secondes générations

## Results
results-for = Résultats pour « { $query } »
services-in = Services : { $place }
found =
    { $count ->
        [one] { $shown } service
        [many] { $shown } de services
       *[other] { $shown } services
    }
found-in =
    { $count ->
        [one] { $shown } service : { $place }
        [many] { $shown } de services : { $place }
       *[other] { $shown } services : { $place }
    }
found-nothing = Aucun résultat
nothing-for = Nous n’avons rien trouvé pour « { $query } ».
nothing-spelling = Vérifiez comment vous avez écrit les mots.
nothing-simple = Utilisez un ou deux mots simples : logement, médecin, travail.
nothing-filters = Retirez le lieu ou un filtre.
corrected = Nous avons lu « { $meant } » au lieu de « { $typed } ».
query-cut = Le texte était très long : nous avons cherché seulement les { $limit } premiers caractères.
widened = Il n’y a rien pour ce lieu : { $place }. Voici les services les plus proches : { $wider }.
page-of = Page { $page } sur { $pages }
page-previous = Précédente
page-next = Suivante
page-beyond = Il n’y a pas d’autres résultats.
page-first = Revenir à la première page
remove = Retirer
filters = Filtres
filters-unknown = Pour beaucoup de services, nous ne connaissons pas les horaires ou le prix : ils restent dans la liste, après les autres.
filter-speaks = Langue parlée
any = Tout
apply = Appliquer les filtres
split-unknown = Pour les suivants, nous ne le savons pas : demandez avant d’y aller.
all-services = Tous les services
all-italy = Toute l’Italie
official-site = Site officiel
metres = { $n } m
kilometres = { $n } km

## A service
open-now = Ouvert maintenant
open-until = Ouvert maintenant, jusqu’à { $time }
closed = Fermé
closed-until = Fermé, ouvre { $day } à { $time }
closed-day = fermé
hours-unknown = Horaires inconnus
always-open = Toujours ouvert, jour et nuit.
closure = Fermé du { $from } au { $to }.
today = aujourd’hui
by-appointment = Seulement sur rendez-vous
call = Appeler
call-who = Appeler { $who }
write = Écrire
open-website = Ouvrir le site
directions = Itinéraire
share = Partager
share-other = Autre moyen
qr = Code QR
qr-lead = Visez le code avec un autre téléphone pour ouvrir ce service.
qr-back = Revenir au service
save = Enregistrer
free = Gratuit
not-free = Payant
spoken = On parle : { $languages }
without-documents = Sans papiers
without-documents-long = Ouvert aussi aux personnes sans papiers
wheelchair = Entrée sans marches
no-wheelchair = Entrée avec des marches
service-description = Qu’est-ce que c’est
service-addressed = Pour qui
service-how-to = Comment faire
service-needed = Ce qu’il faut
service-achieved = Ce que vous obtenez
service-times = Horaires et délais
service-cost = Combien ça coûte
service-access = Comment y aller
service-conditions = Conditions
contacts = Contacts
address = Adresse
phone = Téléphone
phone-free = appel gratuit
phone-always = jour et nuit
email = E-mail
website = Site
missing = Ce que nous ne savons pas : { $what }.
missing-hours = les horaires
missing-cost = le prix
missing-languages = les langues parlées
missing-documents = s’il faut des papiers
ask-phone = Demandez par téléphone.
ask-mail = Demandez par e-mail.
ask-website = Regardez sur le site.
ask-there = Demandez au guichet ou à la mairie (Comune).
checked-on = Vérifié le
to-be-confirmed = À confirmer : personne n’a encore vérifié ces données.
source = Source :
sources = Sources
report-error = Signaler une erreur sur cette page
withdrawn = Ce service n’existe plus.
withdrawn-others = Chercher des services semblables

## A topic
topic-what = Qu’est-ce que c’est
topic-office = Quel bureau
topic-bring = Ce qu’il faut apporter
topic-cost = Combien ça coûte
topic-rule = Ce que dit la loi
topic-tip = Un conseil
topic-near = Bureaux près de vous
topic-all-services = Tous les services sur ce thème
topic-related = Thèmes proches

## Saved
saved-title = Services enregistrés
saved-note = Ils sont enregistrés seulement sur ce téléphone. Les personnes qui utilisent le téléphone peuvent les voir.
saved-empty = Vous n’avez encore rien enregistré. Ouvrez un service et touchez « Enregistrer ».
saved-noscript = Pour enregistrer des services, le navigateur doit permettre les scripts. Vous pouvez vous envoyer un service avec « Partager ».

## Forms
rate = Cette page est-elle claire ?
rate-1 = 1 = pas du tout
rate-5 = 5 = très claire
send = Envoyer
optional = Vous pouvez laisser vide.
form-errors =
    { $count ->
        [one] Il y a une chose à corriger
        [many] Il y a { $count } de choses à corriger
       *[other] Il y a { $count } choses à corriger
    }
report = Signaler un problème
report-lead = Une adresse fausse, une page qui ne s’ouvre pas, un texte peu clair : dites-le-nous. N’écrivez pas de données personnelles qui ne sont pas nécessaires.
report-page = Quelle page ?
report-what = Qu’est-ce qui ne va pas ?
report-what-missing = Écrivez au moins une phrase.
report-what-long = Le texte est trop long : 4000 caractères au maximum.
report-mail = Votre e-mail, si vous voulez une réponse
report-mail-wrong = Vérifiez l’e-mail. Exemple : nom@example.com
report-send = Envoyer le message
leave-empty = Laissez ce champ vide
thanks = Merci
thanks-lead = Nous avons reçu votre message. Il nous aide à améliorer le portail.

## Errors
back-home = Revenir à l’accueil
error-404 = Cette page n’existe pas
error-404-lead = L’adresse est fausse, ou la page a été retirée. Cherchez ici ce qu’il vous faut.
error-414 = Le texte cherché est trop long
error-414-lead = Écrivez seulement quelques mots : ce qu’il vous faut et dans quelle ville.
error-429 = Un instant, s’il vous plaît
error-429-lead = Beaucoup de demandes sont arrivées de votre réseau. Attendez une minute et réessayez. Ce n’est pas votre faute.
error-500 = Quelque chose ne marche pas
error-500-lead = C’est notre faute, pas la vôtre. Réessayez bientôt. Si c’est urgent, appelez un des numéros de cette page.
