## Every page
portal-name = Portolano
portal-description = أي مكتب يساعدكم، وأين هو، ومتى يفتح، وكيف تتصلون به: باثنتي عشرة لغة، حتى على هاتف بطيء.
skip = إلى المحتوى
home = الصفحة الأولى
crumbs = أنتم هنا
language = اللغة
topics = المواضيع
topic = الموضوع
territories = الأقاليم
territory = الإقليم
services = الخدمات
saved = المحفوظات
licence = المحتوى بترخيص CC BY 4.0.
updated = آخر تحديث:
about = عن الموقع
faq = أسئلة شائعة
accessibility = سهولة الاستخدام
privacy = الخصوصية
legal = معلومات قانونية
not-reviewed = لم يراجع هذا النص بعد شخص لغته الأم العربية.
in-source-language = هذا النص بالإيطالية: لا توجد ترجمة بعد.
list-separator = ،{" "}

## Danger
danger = هل أنتم في خطر؟
danger-112 = طوارئ
danger-1522 = عنف وملاحقة
danger-trafficking = اتجار بالبشر واستغلال
exit = خروج فوري

## Home and search
need = ماذا تحتاجون؟
need-lead = اكتبوا بكلماتكم وبلغتكم. نقول لكم أي مكتب يساعدكم، ومتى يفتح، وكيف تتصلون به.
search = بحث
search-in = بحث في: { $place }
search-services = ابحثوا عن خدمة
for-example = مثلا:
example-1 = تصريح الإقامة
example-2 = طبيب
example-3 = تعلم الإيطالية
near-me = بالقرب مني
near-locating = نبحث عن مكانكم…
near-unlocated = الهاتف لا يبين مكانكم. اكتبوا اسم المدينة أو الرمز البريدي (CAP).
choose-topic = اختاروا موضوعا
choose-territory = اختاروا إقليمكم
territories-lead = الأقاليم ومقاطعتا Trento وBolzano ذاتا الحكم الذاتي.
town-or-cap = المدينة أو الرمز البريدي (CAP)
axis-learning = التعليم واللغة
axis-work = العمل
axis-housing = السكن والمنطقة
axis-services = الخدمات الأساسية
axis-minors = القاصرون والجيل الثاني

## Results
results-for = نتائج «{ $query }»
services-in = الخدمات: { $place }
found =
    { $count ->
        [zero] لا توجد خدمات
        [one] خدمة واحدة
        [two] خدمتان
        [few] { $shown } خدمات
        [many] { $shown } خدمة
       *[other] { $shown } خدمة
    }
found-in =
    { $count ->
        [zero] لا توجد خدمات: { $place }
        [one] خدمة واحدة: { $place }
        [two] خدمتان: { $place }
        [few] { $shown } خدمات: { $place }
        [many] { $shown } خدمة: { $place }
       *[other] { $shown } خدمة: { $place }
    }
found-nothing = لا توجد نتائج
nothing-for = لم نجد شيئا عن «{ $query }».
nothing-spelling = تأكدوا من كتابة الكلمات.
nothing-simple = استعملوا كلمة أو كلمتين سهلتين: سكن، طبيب، عمل.
nothing-filters = احذفوا المكان أو أحد خيارات التصفية.
corrected = قرأنا «{ $meant }» بدلا من «{ $typed }».
query-cut = كان النص طويلا جدا: عدد الأحرف التي بحثنا عنها من أول النص هو { $limit }.
widened = لا يوجد شيء في { $place }. نعرض أقرب الخدمات: { $wider }.
page-of = صفحة { $page } من { $pages }
page-previous = السابقة
page-next = التالية
page-beyond = لا توجد نتائج أخرى.
page-first = عودة إلى الصفحة الأولى من النتائج
remove = حذف
filters = تصفية
filters-unknown = لا نعرف مواعيد أو تكلفة خدمات كثيرة: تبقى في القائمة بعد الخدمات الأخرى.
filter-speaks = لغة التواصل
any = الكل
apply = تطبيق التصفية
split-unknown = لا نعرف ذلك عن هذه الخدمات: اسألوا قبل الذهاب.
all-services = كل الخدمات
all-italy = كل إيطاليا
official-site = الموقع الرسمي
metres = { $n } م
kilometres = { $n } كم

## A service
open-now = مفتوح الآن
open-until = مفتوح الآن، حتى الساعة { $time }
closed = مغلق
closed-until = مغلق، يفتح يوم { $day } الساعة { $time }
closed-day = مغلق
hours-unknown = المواعيد غير معروفة
always-open = مفتوح دائما، ليلا ونهارا.
closure = مغلق من { $from } إلى { $to }.
today = اليوم
by-appointment = بموعد مسبق فقط
call = اتصال
call-who = اتصال: { $who }
write = مراسلة
open-website = فتح الموقع
directions = الطريق
share = شارك
share-other = طريقة أخرى
qr = رمز QR
qr-lead = وجهوا كاميرا هاتف آخر نحو الرمز لفتح هذه الخدمة.
qr-back = عودة إلى الخدمة
save = احفظ
free = مجاني
not-free = بمقابل مالي
spoken = لغات التواصل: { $languages }
without-documents = بدون وثائق
without-documents-long = الدخول متاح حتى بدون وثائق
wheelchair = مدخل بدون درج
no-wheelchair = مدخل بدرج
service-description = ما هي
service-addressed = لمن هي
service-how-to = ماذا تفعلون
service-needed = ماذا يلزم
service-achieved = على ماذا تحصلون
service-times = المواعيد والمدة
service-cost = كم تكلف
service-access = كيف تصلون
service-conditions = الشروط
contacts = للتواصل
address = العنوان
phone = الهاتف
phone-free = مكالمة مجانية
phone-always = ليلا ونهارا
email = البريد الإلكتروني
website = الموقع
missing = لا نعرف: { $what }.
missing-hours = المواعيد
missing-cost = التكلفة
missing-languages = لغات التواصل
missing-documents = هل تلزم وثائق
ask-phone = اسألوا بالهاتف.
ask-mail = اسألوا بالبريد الإلكتروني.
ask-website = انظروا في الموقع.
ask-there = اسألوا في المكتب أو في البلدية (Comune).
checked-on = تم التحقق في
to-be-confirmed = للتأكيد: لم يتحقق أحد بعد من هذه المعلومات.
source = المصدر:
sources = المصادر
report-error = أبلغ عن خطأ في هذه الصفحة
withdrawn = هذه الخدمة لم تعد موجودة.
withdrawn-others = بحث عن خدمات مشابهة

## A topic
topic-what = ما هو
topic-office = أي مكتب
topic-bring = ماذا تحضرون معكم
topic-cost = كم يكلف
topic-rule = أين توجد القاعدة
topic-tip = نصيحة
topic-near = مكاتب قريبة منكم
topic-all-services = كل خدمات هذا الموضوع
topic-related = مواضيع قريبة

## Saved
saved-title = الخدمات المحفوظة
saved-note = هي محفوظة على هذا الهاتف فقط. من يستعمل الهاتف يستطيع رؤيتها.
saved-empty = لم تحفظوا شيئا بعد. افتحوا خدمة واضغطوا «احفظ».
saved-noscript = لحفظ الخدمات يجب أن يسمح المتصفح بالسكريبت (script). يمكنكم إرسال خدمة إلى أنفسكم عبر «شارك».

## Forms
rate = ما مدى وضوح هذه الصفحة؟
rate-1 = 1 = غير واضحة أبدا
rate-5 = 5 = واضحة جدا
send = إرسال
optional = يمكنكم ترك هذا فارغا.
form-errors =
    { $count ->
        [zero] لا يوجد شيء للتصحيح
        [one] يجب تصحيح أمر واحد
        [two] يجب تصحيح أمرين
        [few] يجب تصحيح { $count } أمور
        [many] يجب تصحيح { $count } أمرا
       *[other] يجب تصحيح { $count } أمر
    }
report = أبلغ عن مشكلة
report-lead = عنوان خاطئ، أو صفحة لا تفتح، أو نص غير واضح: قولوا لنا. لا تكتبوا بيانات شخصية لا حاجة إليها.
report-page = أي صفحة؟
report-what = ما المشكلة؟
report-what-missing = اكتبوا جملة واحدة على الأقل.
report-what-long = النص طويل جدا: الحد الأقصى 4000 حرف.
report-mail = بريدكم الإلكتروني، إذا أردتم جوابا
report-mail-wrong = تأكدوا من البريد الإلكتروني. مثال: name@mail.com
report-send = إرسال البلاغ
leave-empty = اتركوا هذه الخانة فارغة
thanks = شكرا لكم
thanks-lead = وصلتنا رسالتكم. هي تساعدنا على تحسين الموقع.

## Errors
back-home = عودة إلى البداية
error-404 = هذه الصفحة غير موجودة
error-404-lead = العنوان خاطئ، أو حُذفت الصفحة. ابحثوا هنا عما تحتاجون إليه.
error-414 = نص البحث طويل جدا
error-414-lead = اكتبوا كلمات قليلة فقط: ماذا تحتاجون وفي أي مدينة.
error-429 = لحظة من فضلكم
error-429-lead = وصلت طلبات كثيرة من شبكتكم. انتظروا دقيقة وحاولوا مرة أخرى. ليس هذا خطأكم.
error-500 = هناك شيء لا يعمل
error-500-lead = الخطأ منا وليس منكم. حاولوا مرة أخرى بعد قليل. إذا كان الأمر عاجلا، اتصلوا بأحد الأرقام في هذه الصفحة.
