## Every page
portal-name = Portolano
portal-description = Яка установа Вам допоможе, де вона, коли відчинена і як туди подзвонити: дванадцятьма мовами, навіть на повільному телефоні.
skip = До змісту
home = Головна
crumbs = Ви тут
language = Мова
topics = Теми
topic = Тема
territories = Регіони
territory = Регіон
services = Послуги
saved = Збережене
licence = Матеріали за ліцензією CC BY 4.0.
updated = Останнє оновлення:
about = Про портал
faq = Часті запитання
accessibility = Доступність
privacy = Конфіденційність
legal = Правова інформація
not-reviewed = Цей текст ще не перевірила людина, для якої українська мова рідна.
in-source-language = Цей текст італійською: перекладу ще немає.
list-separator = ,{" "}

## Danger
danger = Ви в небезпеці?
danger-112 = Екстрена допомога
danger-1522 = Насильство, переслідування
danger-trafficking = Торгівля людьми й експлуатація
exit = Вийти зараз

## Home and search
need = Що Вам потрібно?
need-lead = Пишіть своїми словами, своєю мовою. Ми скажемо, яка установа допоможе, коли вона відчинена і як туди подзвонити.
search = Шукати
search-in = Шукати тут: { $place }
search-services = Знайти послугу
for-example = Наприклад:
example-1 = посвідка на проживання
example-2 = лікар
example-3 = вивчати італійську
near-me = Поруч зі мною
near-locating = Шукаємо, де Ви…
near-unlocated = Телефон не показує, де Ви. Напишіть назву міста або поштовий індекс (CAP).
choose-topic = Оберіть тему
choose-territory = Оберіть свій регіон
territories-lead = Регіони та автономні провінції Trento і Bolzano.
town-or-cap = Місто або індекс (CAP)
axis-learning = Освіта і мова
axis-work = Робота
axis-housing = Житло і територія
axis-services = Основні послуги
axis-minors = Діти і друге покоління

## Results
results-for = Результати для «{ $query }»
services-in = Послуги: { $place }
found =
    { $count ->
        [one] { $shown } послуга
        [few] { $shown } послуги
        [many] { $shown } послуг
       *[other] { $shown } послуги
    }
found-in =
    { $count ->
        [one] { $shown } послуга: { $place }
        [few] { $shown } послуги: { $place }
        [many] { $shown } послуг: { $place }
       *[other] { $shown } послуги: { $place }
    }
found-nothing = Нічого не знайдено
nothing-for = Ми нічого не знайшли для «{ $query }».
nothing-spelling = Перевірте, як написані слова.
nothing-simple = Напишіть одне або два прості слова: житло, лікар, робота.
nothing-filters = Приберіть місце або фільтр.
corrected = Ми прочитали «{ $meant }» замість «{ $typed }».
query-cut = Текст дуже довгий. Скільки перших знаків ми врахували: { $limit }.
widened = { $place }: тут нічого немає. Показуємо найближчі послуги: { $wider }.
page-of = Сторінка { $page } з { $pages }
page-previous = Попередня
page-next = Наступна
page-beyond = Більше результатів немає.
page-first = До першої сторінки
remove = Прибрати
filters = Фільтри
filters-unknown = Для багатьох послуг ми не знаємо годин роботи або ціни: вони є в списку, після інших.
filter-speaks = Мова спілкування
any = Усі
apply = Застосувати фільтри
split-unknown = Про ці послуги ми цього не знаємо: запитайте, перш ніж іти.
all-services = Усі послуги
all-italy = Уся Італія
official-site = Офіційний сайт
metres = { $n } м
kilometres = { $n } км

## A service
open-now = Зараз відчинено
open-until = Зараз відчинено, до { $time }
closed = Зачинено
closed-until = Зачинено, відчиняється: { $day }, { $time }
closed-day = зачинено
hours-unknown = Години роботи невідомі
always-open = Відчинено завжди, вдень і вночі.
closure = Зачинено з { $from } до { $to }.
today = сьогодні
by-appointment = Тільки за записом
call = Подзвонити
call-who = Подзвонити: { $who }
write = Написати
open-website = Відкрити сайт
directions = Як дістатися
share = Поділитися
share-other = Інший спосіб
qr = QR-код
qr-lead = Наведіть інший телефон на код, щоб відкрити цю послугу.
qr-back = Назад до послуги
save = Зберегти
free = Безкоштовно
not-free = Платно
spoken = Розмовляють: { $languages }
without-documents = Без документів
without-documents-long = Можна прийти й без документів
wheelchair = Вхід без сходинок
no-wheelchair = Вхід зі сходинками
service-description = Що це
service-addressed = Для кого
service-how-to = Що робити
service-needed = Що потрібно
service-achieved = Що Ви отримаєте
service-times = Години і строки
service-cost = Скільки коштує
service-access = Як дістатися
service-conditions = Умови
contacts = Контакти
address = Адреса
phone = Телефон
phone-free = безкоштовний дзвінок
phone-always = вдень і вночі
email = Ел. пошта
website = Сайт
missing = Ми не знаємо: { $what }.
missing-hours = години роботи
missing-cost = ціну
missing-languages = якими мовами розмовляють
missing-documents = чи потрібні документи
ask-phone = Запитайте телефоном.
ask-mail = Запитайте електронною поштою.
ask-website = Подивіться на сайті.
ask-there = Запитайте на місці або в муніципалітеті (Comune).
checked-on = Перевірено
to-be-confirmed = Потребує підтвердження: ці дані ще ніхто не перевірив.
source = Джерело:
sources = Джерела
report-error = Повідомити про помилку на цій сторінці
withdrawn = Ця послуга більше не діє.
withdrawn-others = Шукати схожі послуги

## A topic
topic-what = Що це
topic-office = Яка установа
topic-bring = Що взяти з собою
topic-cost = Скільки коштує
topic-rule = Де це записано в законі
topic-tip = Порада
topic-near = Установи поруч з Вами
topic-all-services = Усі послуги на цю тему
topic-related = Близькі теми

## Saved
saved-title = Збережені послуги
saved-note = Вони збережені тільки на цьому телефоні. Хто користується телефоном, може їх бачити.
saved-empty = Ви ще нічого не зберегли. Відкрийте послугу й натисніть «Зберегти».
saved-noscript = Щоб зберігати послуги, браузер має дозволяти скрипти. Ви можете надіслати послугу собі через «Поділитися».

## Forms
rate = Наскільки зрозуміла ця сторінка?
rate-1 = 1 = зовсім не зрозуміла
rate-5 = 5 = дуже зрозуміла
send = Надіслати
optional = Можна не заповнювати.
form-errors =
    { $count ->
        [one] Потрібно виправити { $count } помилку
        [few] Потрібно виправити { $count } помилки
        [many] Потрібно виправити { $count } помилок
       *[other] Потрібно виправити { $count } помилки
    }
report = Повідомити про проблему
report-lead = Неправильна адреса, сторінка не відкривається, текст незрозумілий: напишіть нам. Не пишіть особистих даних, які тут не потрібні.
report-page = Яка сторінка?
report-what = Що не так?
report-what-missing = Напишіть хоча б одне речення.
report-what-long = Текст задовгий: не більше 4000 знаків.
report-mail = Ваша ел. пошта, якщо хочете відповідь
report-mail-wrong = Перевірте ел. пошту. Приклад: name@mail.com
report-send = Надіслати повідомлення
leave-empty = Залиште це поле порожнім
thanks = Дякуємо
thanks-lead = Ми отримали Ваше повідомлення. Воно допомагає нам поліпшити портал.

## Errors
back-home = На головну
error-404 = Такої сторінки немає
error-404-lead = Адреса неправильна, або сторінку прибрали. Пошукайте тут те, що Вам потрібно.
error-414 = Текст пошуку задовгий
error-414-lead = Напишіть лише кілька слів: що Вам потрібно і в якому місті.
error-429 = Зачекайте, будь ласка
error-429-lead = З Вашої мережі надійшло багато запитів. Зачекайте хвилину і спробуйте ще раз. Це не Ваша провина.
error-500 = Щось не працює
error-500-lead = Це наша провина, не Ваша. Спробуйте трохи пізніше. Якщо це терміново, подзвоніть за одним із номерів на цій сторінці.
