## Every page
portal-name = Portolano
portal-description = কোন অফিস আপনাকে সাহায্য করবে, কোথায়, কখন খোলা এবং কীভাবে ফোন করবেন: বারোটি ভাষায়, ধীর ফোনেও চলে।
skip = মূল লেখায় যান
home = শুরু
crumbs = আপনি এখানে
language = ভাষা
topics = বিষয়গুলো
topic = বিষয়
territories = অঞ্চলগুলো
territory = অঞ্চল
services = সেবা
saved = সংরক্ষিত
licence = লেখা CC BY 4.0 লাইসেন্সের অধীনে।
updated = শেষ হালনাগাদ:
about = এই সাইট সম্পর্কে
faq = সাধারণ প্রশ্ন
accessibility = সবার জন্য সহজ ব্যবহার
privacy = গোপনীয়তা
legal = আইনি তথ্য
not-reviewed = বাংলা যাঁর মাতৃভাষা, এমন কেউ এখনও এই লেখা দেখে দেননি।
in-source-language = এই লেখা ইতালিয়ান ভাষায়: এখনও অনুবাদ নেই।
list-separator = ,{" "}

## Danger
danger = আপনি কি বিপদে আছেন?
danger-112 = জরুরি সাহায্য
danger-1522 = সহিংসতা, পিছু নেওয়া
danger-trafficking = মানব পাচার ও শোষণ
exit = এখনই বেরিয়ে যান

## Home and search
need = আপনার কী দরকার?
need-lead = নিজের ভাষায়, নিজের কথায় লিখুন। কোন অফিস সাহায্য করবে, কখন খোলা এবং কীভাবে ফোন করবেন, আমরা বলে দিই।
search = খুঁজুন
search-in = এখানে খুঁজুন: { $place }
search-services = সেবা খুঁজুন
for-example = যেমন:
example-1 = থাকার অনুমতি
example-2 = ডাক্তার
example-3 = ইতালিয়ান শেখা
near-me = আমার কাছে
near-locating = আপনি কোথায় আছেন খুঁজছি…
near-unlocated = আপনি কোথায় আছেন, ফোন তা জানাচ্ছে না। শহরের নাম বা পোস্ট কোড (CAP) লিখুন।
choose-topic = বিষয় বেছে নিন
choose-territory = আপনার অঞ্চল বেছে নিন
territories-lead = সব অঞ্চল এবং Trento ও Bolzano স্বায়ত্তশাসিত প্রদেশ।
town-or-cap = শহর বা পোস্ট কোড (CAP)
axis-learning = শিক্ষা ও ভাষা
axis-work = কাজ
axis-housing = ঘর ও এলাকা
axis-services = প্রয়োজনীয় সেবা
axis-minors = শিশু-কিশোর ও দ্বিতীয় প্রজন্ম

## Results
results-for = “{ $query }” এর ফলাফল
services-in = সেবা: { $place }
found =
    { $count ->
        [one] { $shown }টি সেবা
       *[other] { $shown }টি সেবা
    }
found-in =
    { $count ->
        [one] { $shown }টি সেবা: { $place }
       *[other] { $shown }টি সেবা: { $place }
    }
found-nothing = কিছু পাওয়া যায়নি
nothing-for = “{ $query }” দিয়ে কিছু পাওয়া যায়নি।
nothing-spelling = বানান ঠিক আছে কি না দেখুন।
nothing-simple = একটি বা দুটি সহজ শব্দ লিখুন: ঘর, ডাক্তার, কাজ।
nothing-filters = জায়গা বা একটি ফিল্টার সরিয়ে দিন।
corrected = “{ $typed }” এর বদলে আমরা “{ $meant }” ধরে খুঁজেছি।
query-cut = লেখাটি খুব লম্বা ছিল: আমরা শুধু প্রথম { $limit }টি অক্ষর দিয়ে খুঁজেছি।
widened = এখানে কিছু নেই: { $place }। সবচেয়ে কাছের সেবা দেখাচ্ছি: { $wider }।
page-of = পৃষ্ঠা { $page }, মোট { $pages }
page-previous = আগের
page-next = পরের
page-beyond = আর কোনো ফলাফল নেই।
page-first = প্রথম পৃষ্ঠায় ফিরুন
remove = সরান
filters = ফিল্টার
filters-unknown = অনেক সেবার সময় বা খরচ আমরা জানি না: সেগুলো তালিকায় অন্যগুলোর পরে থাকে।
filter-speaks = কথা বলার ভাষা
any = সব
apply = ফিল্টার চালু করুন
split-unknown = এগুলোর বিষয়ে আমরা জানি না: যাওয়ার আগে জিজ্ঞাসা করুন।
all-services = সব সেবা
all-italy = পুরো ইতালি
official-site = সরকারি ওয়েবসাইট
metres = { $n } মিটার
kilometres = { $n } কিমি

## A service
open-now = এখন খোলা
open-until = এখন খোলা, { $time } পর্যন্ত
closed = বন্ধ
closed-until = বন্ধ, খুলবে { $day } { $time }
closed-day = বন্ধ
hours-unknown = সময় জানা নেই
always-open = দিনরাত সব সময় খোলা।
closure = { $from } থেকে { $to } পর্যন্ত বন্ধ।
today = আজ
by-appointment = শুধু অ্যাপয়েন্টমেন্ট নিয়ে
call = ফোন করুন
call-who = ফোন করুন: { $who }
write = লিখুন
open-website = ওয়েবসাইট খুলুন
directions = পথ দেখুন
share = শেয়ার
share-other = অন্যভাবে
qr = QR কোড
qr-lead = এই সেবা খুলতে অন্য ফোনের ক্যামেরা কোডের ওপর ধরুন।
qr-back = সেবায় ফিরুন
save = সংরক্ষণ
free = বিনামূল্যে
not-free = টাকা লাগে
spoken = যেসব ভাষা চলে: { $languages }
without-documents = কাগজপত্র ছাড়া
without-documents-long = কাগজপত্র না থাকলেও যাওয়া যায়
wheelchair = ঢুকতে সিঁড়ি নেই
no-wheelchair = ঢুকতে সিঁড়ি আছে
service-description = এটি কী
service-addressed = কাদের জন্য
service-how-to = কী করতে হবে
service-needed = কী লাগবে
service-achieved = কী পাবেন
service-times = সময়
service-cost = খরচ কত
service-access = কীভাবে যাবেন
service-conditions = শর্ত
contacts = যোগাযোগ
address = ঠিকানা
phone = ফোন
phone-free = ফোন করতে টাকা লাগে না
phone-always = দিনরাত
email = ই-মেইল
website = ওয়েবসাইট
missing = আমরা জানি না: { $what }।
missing-hours = খোলার সময়
missing-cost = খরচ
missing-languages = কোন কোন ভাষা চলে
missing-documents = কাগজপত্র লাগে কি না
ask-phone = ফোনে জিজ্ঞাসা করুন।
ask-mail = ই-মেইলে জিজ্ঞাসা করুন।
ask-website = ওয়েবসাইটে দেখুন।
ask-there = অফিসে বা পৌরসভায় (Comune) জিজ্ঞাসা করুন।
checked-on = যাচাই করা হয়েছে
to-be-confirmed = নিশ্চিত করতে হবে: এই তথ্য এখনও কেউ যাচাই করেননি।
source = সূত্র:
sources = সূত্র
report-error = এই পৃষ্ঠার ভুল জানান
withdrawn = এই সেবা আর চালু নেই।
withdrawn-others = একই রকম সেবা খুঁজুন

## A topic
topic-what = এটি কী
topic-office = কোন অফিস
topic-bring = কী সঙ্গে নেবেন
topic-cost = খরচ কত
topic-rule = নিয়মটি কোথায় লেখা
topic-tip = পরামর্শ
topic-near = আপনার কাছের অফিস
topic-all-services = এই বিষয়ের সব সেবা
topic-related = কাছাকাছি বিষয়

## Saved
saved-title = সংরক্ষিত সেবা
saved-note = এগুলো শুধু এই ফোনে রাখা আছে। যিনি এই ফোন ব্যবহার করেন, তিনি এগুলো দেখতে পারেন।
saved-empty = আপনি এখনও কিছু সংরক্ষণ করেননি। একটি সেবা খুলুন এবং “সংরক্ষণ” চাপুন।
saved-noscript = সেবা সংরক্ষণ করতে ব্রাউজারে স্ক্রিপ্ট চালু থাকতে হবে। “শেয়ার” দিয়ে সেবাটি নিজেকে পাঠাতে পারেন।

## Forms
rate = এই পৃষ্ঠা কতটা স্পষ্ট?
rate-1 = 1 = একদম স্পষ্ট নয়
rate-5 = 5 = খুব স্পষ্ট
send = পাঠান
optional = খালি রাখতে পারেন।
form-errors =
    { $count ->
        [one] { $count }টি জিনিস ঠিক করতে হবে
       *[other] { $count }টি জিনিস ঠিক করতে হবে
    }
report = সমস্যা জানান
report-lead = ভুল ঠিকানা, পৃষ্ঠা খুলছে না, লেখা বোঝা যায় না: আমাদের জানান। যে ব্যক্তিগত তথ্য দরকার নেই, তা লিখবেন না।
report-page = কোন পৃষ্ঠা?
report-what = সমস্যাটা কী?
report-what-missing = অন্তত একটি বাক্য লিখুন।
report-what-long = লেখাটি খুব লম্বা: সর্বোচ্চ 4000 অক্ষর।
report-mail = আপনার ই-মেইল, যদি উত্তর চান
report-mail-wrong = ই-মেইল ঠিক আছে কি না দেখুন। যেমন: name@mail.com
report-send = সমস্যাটি পাঠান
leave-empty = এই ঘরটি খালি রাখুন
thanks = ধন্যবাদ
thanks-lead = আপনার বার্তা আমরা পেয়েছি। এটি সাইট ভালো করতে আমাদের সাহায্য করে।

## Errors
back-home = শুরুতে ফিরুন
error-404 = এই পৃষ্ঠা নেই
error-404-lead = ঠিকানাটি ভুল, অথবা পৃষ্ঠাটি সরানো হয়েছে। আপনার যা দরকার, এখানে খুঁজুন।
error-414 = খোঁজার লেখা খুব লম্বা
error-414-lead = শুধু কয়েকটি শব্দ লিখুন: আপনার কী দরকার এবং কোন শহরে।
error-429 = একটু অপেক্ষা করুন
error-429-lead = আপনার নেটওয়ার্ক থেকে অনেক অনুরোধ এসেছে। এক মিনিট পরে আবার চেষ্টা করুন। এতে আপনার কোনো দোষ নেই।
error-500 = কিছু একটা কাজ করছে না
error-500-lead = দোষ আমাদের, আপনার নয়। একটু পরে আবার চেষ্টা করুন। জরুরি হলে এই পৃষ্ঠার কোনো একটি নম্বরে ফোন করুন।
