## Every page
portal-name = Portolano
portal-description = Which office helps you, where it is, when it is open and how to call it: in twelve languages, also on a slow phone.
skip = Go to the content
home = Home
crumbs = You are here
language = Language
topics = Topics
topic = Topic
territories = Regions
territory = Region
services = Services
saved = Saved
licence = Content under licence CC BY 4.0.
updated = Last updated:
about = About
faq = Frequent questions
accessibility = Accessibility
privacy = Privacy
legal = Legal notes
not-reviewed = No native speaker has checked this text yet.
in-source-language = This text is in Italian: there is no translation yet.
list-separator = ,{" "}

## Danger
danger = Are you in danger?
danger-112 = Emergency
danger-1522 = Violence, stalking
danger-trafficking = Trafficking and exploitation
exit = Leave now

## Home and search
need = What do you need?
need-lead = Use your own words, in your own language. We tell you which office helps, when it is open and how to call it.
search = Search
search-in = Search in: { $place }
search-services = Search for a service
for-example = For example:
example-1 = residence permit
example-2 = doctor
example-3 = learn Italian
near-me = Near me
near-locating = Finding where you are…
near-unlocated = Your phone does not say where you are. Write the name of your town or the postal code.
choose-topic = Choose a topic
choose-territory = Choose your region
territories-lead = The regions and the autonomous provinces of Trento and Bolzano.
town-or-cap = Town or postal code
axis-learning = School and language
axis-work = Work
axis-housing = Home and town
axis-services = Essential services
axis-minors = Children and second generations

## Results
results-for = Results for “{ $query }”
services-in = Services: { $place }
found =
    { $count ->
        [one] { $shown } service
       *[other] { $shown } services
    }
found-in =
    { $count ->
        [one] { $shown } service: { $place }
       *[other] { $shown } services: { $place }
    }
found-nothing = Nothing found
nothing-for = We found nothing for “{ $query }”.
nothing-spelling = Check how you wrote the words.
nothing-simple = Use one or two simple words: home, doctor, work.
nothing-filters = Take away the place or a filter.
corrected = We read “{ $meant }” instead of “{ $typed }”.
query-cut = The text was very long: we searched only for the first { $limit } characters.
widened = There is nothing in { $place }. Here are the nearest services: { $wider }.
page-of = Page { $page } of { $pages }
page-previous = Previous
page-next = Next
page-beyond = There are no more results.
page-first = Go back to the first page
remove = Remove
filters = Filters
filters-unknown = For many services we do not know hours or costs: they stay in the list, after the others.
filter-speaks = Language spoken
any = All
apply = Apply filters
split-unknown = For these we do not know: ask before you go.
all-services = All services
all-italy = All of Italy
official-site = Official website
metres = { $n } m
kilometres = { $n } km

## A service
open-now = Open now
open-until = Open now, until { $time }
closed = Closed
closed-until = Closed, opens { $day } at { $time }
closed-day = closed
hours-unknown = Hours not known
always-open = Always open, day and night.
closure = Closed from { $from } to { $to }.
today = today
by-appointment = By appointment only
call = Call
call-who = Call { $who }
write = Write
open-website = Open the website
directions = Directions
share = Share
share-other = Another way
qr = QR code
qr-lead = Point another phone at the code to open this service.
qr-back = Back to the service
save = Save
free = Free
not-free = You have to pay
spoken = They speak: { $languages }
without-documents = Without documents
without-documents-long = Open to people without documents
wheelchair = Entrance without steps
no-wheelchair = Entrance with steps
service-description = What it is
service-addressed = Who it is for
service-how-to = What to do
service-needed = What you need
service-achieved = What you get
service-times = Hours and times
service-cost = What it costs
service-access = How to get there
service-conditions = Conditions
contacts = Contacts
address = Address
phone = Phone
phone-free = free call
phone-always = day and night
email = E-mail
website = Website
missing = We do not know: { $what }.
missing-hours = the opening hours
missing-cost = the cost
missing-languages = the languages spoken
missing-documents = whether you need documents
ask-phone = Ask by phone.
ask-mail = Ask by e-mail.
ask-website = Look on the website.
ask-there = Ask at the office or at the town hall.
checked-on = Checked on
to-be-confirmed = To be confirmed: nobody has checked these facts yet.
source = Source:
sources = Sources
report-error = Report an error on this page
withdrawn = This service is no longer active.
withdrawn-others = Look for similar services

## A topic
topic-what = What it is
topic-office = Which office
topic-bring = What to bring
topic-cost = What it costs
topic-rule = Where the rule stands
topic-tip = A tip
topic-near = Offices near you
topic-all-services = All services on this topic
topic-related = Related topics

## Saved
saved-title = Saved services
saved-note = They are saved only on this phone. Whoever uses the phone can see them.
saved-empty = You have not saved anything yet. Open a service and press “Save”.
saved-noscript = To save services, the browser must allow scripts. You can send yourself a service with “Share”.

## Forms
rate = How clear is this page?
rate-1 = 1 = not at all
rate-5 = 5 = very
send = Send
optional = You can leave this empty.
form-errors =
    { $count ->
        [one] There is one thing to correct
       *[other] There are { $count } things to correct
    }
report = Report a problem
report-lead = A wrong address, a page that does not open, a text that is not clear: tell us. Do not write personal data that is not needed.
report-page = Which page?
report-what = What is wrong?
report-what-missing = Write at least one sentence.
report-what-long = The text is too long: at most 4000 characters.
report-mail = Your e-mail, if you want an answer
report-mail-wrong = Check the e-mail. Example: name@mail.com
report-send = Send the report
leave-empty = Leave this field empty
thanks = Thank you
thanks-lead = We have received your message. It helps us make the portal better.

## Errors
back-home = Back to home
error-404 = This page is not here
error-404-lead = The address is wrong, or the page was taken away. Search here for what you need.
error-414 = The text you searched for is too long
error-414-lead = Write only a few words: what you need and in which town.
error-429 = One moment, please
error-429-lead = Many requests came from your network. Wait a minute and try again. It is not your fault.
error-500 = Something is not working
error-500-lead = It is our fault, not yours. Try again soon. If it is urgent, call one of the numbers on this page.
