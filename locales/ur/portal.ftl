## Every page
portal-name = Portolano
portal-description = کون سا دفتر آپ کی مدد کرے گا، کہاں ہے، کب کھلا ہے اور فون کیسے کریں: بارہ زبانوں میں، سست فون پر بھی۔
skip = اصل مواد پر جائیں
home = شروع
crumbs = آپ یہاں ہیں
language = زبان
topics = موضوعات
topic = موضوع
territories = علاقے
territory = علاقہ
services = خدمات
saved = محفوظ شدہ
licence = مواد کا لائسنس CC BY 4.0 ہے۔
updated = آخری تبدیلی:
about = اس سائٹ کے بارے میں
faq = عام سوالات
accessibility = سب کے لیے آسان استعمال
privacy = رازداری
legal = قانونی معلومات
not-reviewed = جن کی مادری زبان اردو ہے، ان میں سے کسی نے ابھی یہ تحریر نہیں دیکھی۔
in-source-language = یہ تحریر اطالوی میں ہے: ابھی ترجمہ نہیں ہوا۔
list-separator = ،{" "}

## Danger
danger = کیا آپ خطرے میں ہیں؟
danger-112 = ہنگامی مدد
danger-1522 = تشدد، پیچھا کرنا
danger-trafficking = انسانی سمگلنگ اور استحصال
exit = فوراً باہر جائیں

## Home and search
need = آپ کو کیا چاہیے؟
need-lead = اپنے الفاظ میں، اپنی زبان میں لکھیں۔ ہم بتاتے ہیں کہ کون سا دفتر مدد کرے گا، کب کھلا ہے اور فون کیسے کریں۔
search = تلاش کریں
search-in = یہاں تلاش کریں: { $place }
search-services = خدمت تلاش کریں
for-example = مثلاً:
example-1 = رہائشی اجازت نامہ
example-2 = ڈاکٹر
example-3 = اطالوی سیکھنا
near-me = میرے قریب
near-locating = آپ کی جگہ معلوم کر رہے ہیں…
near-unlocated = فون نہیں بتا رہا کہ آپ کہاں ہیں۔ شہر کا نام یا پوسٹ کوڈ (CAP) لکھیں۔
choose-topic = موضوع چنیں
choose-territory = اپنا علاقہ چنیں
territories-lead = تمام علاقے، اور Trento اور Bolzano کے خود مختار صوبے۔
town-or-cap = شہر یا پوسٹ کوڈ (CAP)
axis-learning = تعلیم اور زبان
axis-work = کام
axis-housing = گھر اور علاقہ
axis-services = بنیادی خدمات
axis-minors = بچے اور دوسری نسل

## Results
results-for = “{ $query }” کے نتائج
services-in = خدمات: { $place }
found =
    { $count ->
        [one] { $shown } خدمت
       *[other] { $shown } خدمات
    }
found-in =
    { $count ->
        [one] { $shown } خدمت: { $place }
       *[other] { $shown } خدمات: { $place }
    }
found-nothing = کچھ نہیں ملا
nothing-for = “{ $query }” کے لیے کچھ نہیں ملا۔
nothing-spelling = دیکھیں کہ الفاظ ٹھیک لکھے ہیں۔
nothing-simple = ایک دو آسان لفظ لکھیں: گھر، ڈاکٹر، کام۔
nothing-filters = جگہ یا کوئی فلٹر ہٹا دیں۔
corrected = ہم نے “{ $typed }” کی جگہ “{ $meant }” پڑھا۔
query-cut = تحریر بہت لمبی تھی: ہم نے صرف پہلے { $limit } حروف تلاش کیے۔
widened = { $place } میں کچھ نہیں ہے۔ قریب ترین خدمات یہ ہیں: { $wider }۔
page-of = صفحہ { $page }، کل { $pages }
page-previous = پچھلا
page-next = اگلا
page-beyond = اور نتائج نہیں ہیں۔
page-first = پہلے صفحے پر واپس جائیں
remove = ہٹائیں
filters = فلٹر
filters-unknown = بہت سی خدمات کے اوقات یا خرچ ہمیں معلوم نہیں: وہ فہرست میں باقی خدمات کے بعد آتی ہیں۔
filter-speaks = بولی جانے والی زبان
any = سب
apply = فلٹر لگائیں
split-unknown = ان کے بارے میں ہمیں معلوم نہیں: جانے سے پہلے پوچھ لیں۔
all-services = تمام خدمات
all-italy = پورا اٹلی
official-site = سرکاری ویب سائٹ
metres = { $n } میٹر
kilometres = { $n } کلومیٹر

## A service
open-now = ابھی کھلا ہے
open-until = ابھی کھلا ہے، { $time } بجے تک
closed = بند ہے
closed-until = بند ہے، { $day } کو { $time } بجے کھلے گا
closed-day = بند
hours-unknown = اوقات معلوم نہیں
always-open = دن رات ہر وقت کھلا ہے۔
closure = { $from } سے { $to } تک بند ہے۔
today = آج
by-appointment = صرف وقت لے کر
call = فون کریں
call-who = فون کریں: { $who }
write = لکھیں
open-website = ویب سائٹ کھولیں
directions = راستہ
share = شیئر کریں
share-other = دوسرا طریقہ
qr = QR کوڈ
qr-lead = یہ خدمت کھولنے کے لیے دوسرے فون کا کیمرا کوڈ کے سامنے لائیں۔
qr-back = خدمت پر واپس جائیں
save = محفوظ کریں
free = مفت
not-free = پیسے لگتے ہیں
spoken = بولی جانے والی زبانیں: { $languages }
without-documents = کاغذات کے بغیر
without-documents-long = کاغذات نہ ہوں تب بھی آ سکتے ہیں
wheelchair = داخلے پر سیڑھی نہیں
no-wheelchair = داخلے پر سیڑھی ہے
service-description = یہ کیا ہے
service-addressed = کس کے لیے ہے
service-how-to = کیا کرنا ہے
service-needed = کیا چاہیے
service-achieved = کیا ملے گا
service-times = اوقات اور مدت
service-cost = کتنا خرچ ہے
service-access = کیسے پہنچیں
service-conditions = شرائط
contacts = رابطہ
address = پتا
phone = فون
phone-free = مفت کال
phone-always = دن رات
email = ای میل
website = ویب سائٹ
missing = ہمیں معلوم نہیں: { $what }۔
missing-hours = کھلنے کے اوقات
missing-cost = خرچ
missing-languages = کون سی زبانیں بولی جاتی ہیں
missing-documents = کاغذات چاہییں یا نہیں
ask-phone = فون پر پوچھیں۔
ask-mail = ای میل سے پوچھیں۔
ask-website = ویب سائٹ پر دیکھیں۔
ask-there = دفتر میں یا بلدیہ (Comune) میں پوچھیں۔
checked-on = جانچ کی تاریخ
to-be-confirmed = تصدیق باقی ہے: ابھی کسی نے یہ معلومات نہیں جانچیں۔
source = ذریعہ:
sources = ذرائع
report-error = اس صفحے کی غلطی بتائیں
withdrawn = یہ خدمت اب موجود نہیں۔
withdrawn-others = ایسی دوسری خدمات تلاش کریں

## A topic
topic-what = یہ کیا ہے
topic-office = کون سا دفتر
topic-bring = ساتھ کیا لائیں
topic-cost = کتنا خرچ ہے
topic-rule = قاعدہ کہاں لکھا ہے
topic-tip = مشورہ
topic-near = آپ کے قریب دفاتر
topic-all-services = اس موضوع کی تمام خدمات
topic-related = ملتے جلتے موضوعات

## Saved
saved-title = محفوظ شدہ خدمات
saved-note = یہ صرف اس فون پر محفوظ ہیں۔ جو بھی یہ فون استعمال کرے، انہیں دیکھ سکتا ہے۔
saved-empty = آپ نے ابھی کچھ محفوظ نہیں کیا۔ کوئی خدمت کھولیں اور “محفوظ کریں” دبائیں۔
saved-noscript = خدمات محفوظ کرنے کے لیے براؤزر میں سکرپٹ کی اجازت ہونی چاہیے۔ “شیئر کریں” سے آپ خدمت خود کو بھیج سکتے ہیں۔

## Forms
rate = یہ صفحہ کتنا واضح ہے؟
rate-1 = 1 = بالکل نہیں
rate-5 = 5 = بہت واضح
send = بھیجیں
optional = آپ اسے خالی چھوڑ سکتے ہیں۔
form-errors =
    { $count ->
        [one] ایک چیز ٹھیک کرنی ہے
       *[other] { $count } چیزیں ٹھیک کرنی ہیں
    }
report = مسئلہ بتائیں
report-lead = غلط پتا، صفحہ نہیں کھلتا، تحریر واضح نہیں: ہمیں بتائیں۔ ایسی ذاتی معلومات نہ لکھیں جن کی ضرورت نہیں۔
report-page = کون سا صفحہ؟
report-what = کیا مسئلہ ہے؟
report-what-missing = کم از کم ایک جملہ لکھیں۔
report-what-long = تحریر بہت لمبی ہے: زیادہ سے زیادہ 4000 حروف۔
report-mail = آپ کا ای میل، اگر جواب چاہیے
report-mail-wrong = ای میل دوبارہ دیکھیں۔ مثال: name@mail.com
report-send = مسئلہ بھیجیں
leave-empty = یہ خانہ خالی چھوڑیں
thanks = شکریہ
thanks-lead = آپ کا پیغام ہمیں مل گیا ہے۔ اس سے ہمیں سائٹ بہتر بنانے میں مدد ملتی ہے۔

## Errors
back-home = شروع پر واپس جائیں
error-404 = یہ صفحہ موجود نہیں
error-404-lead = پتا غلط ہے، یا صفحہ ہٹا دیا گیا ہے۔ جو آپ کو چاہیے، یہاں تلاش کریں۔
error-414 = تلاش کی تحریر بہت لمبی ہے
error-414-lead = صرف چند لفظ لکھیں: آپ کو کیا چاہیے اور کس شہر میں۔
error-429 = ذرا رکیے
error-429-lead = آپ کے نیٹ ورک سے بہت سی درخواستیں آئی ہیں۔ ایک منٹ رکیں اور دوبارہ کوشش کریں۔ یہ آپ کی غلطی نہیں۔
error-500 = کچھ کام نہیں کر رہا
error-500-lead = غلطی ہماری ہے، آپ کی نہیں۔ تھوڑی دیر بعد دوبارہ کوشش کریں۔ اگر ضروری ہو تو اس صفحے کے کسی نمبر پر فون کریں۔
