## Every page
portal-name = Portolano
portal-description = Какое учреждение Вам поможет, где оно, когда открыто и как туда позвонить: на двенадцати языках, даже на медленном телефоне.
skip = К содержанию
home = Главная
crumbs = Вы здесь
language = Язык
topics = Темы
topic = Тема
territories = Регионы
territory = Регион
services = Услуги
saved = Сохранённое
licence = Материалы по лицензии CC BY 4.0.
updated = Последнее обновление:
about = О портале
faq = Частые вопросы
accessibility = Доступность
privacy = Конфиденциальность
legal = Правовая информация
not-reviewed = Этот текст ещё не проверил человек, для которого русский язык родной.
in-source-language = Этот текст на итальянском: перевода ещё нет.
list-separator = ,{" "}

## Danger
danger = Вы в опасности?
danger-112 = Экстренная помощь
danger-1522 = Насилие, преследование
danger-trafficking = Торговля людьми и эксплуатация
exit = Выйти сейчас

## Home and search
need = Что Вам нужно?
need-lead = Пишите своими словами, на своём языке. Мы скажем, какое учреждение поможет, когда оно открыто и как туда позвонить.
search = Искать
search-in = Искать здесь: { $place }
search-services = Найти услугу
for-example = Например:
example-1 = вид на жительство
example-2 = врач
example-3 = учить итальянский
near-me = Рядом со мной
near-locating = Ищем, где Вы…
near-unlocated = Телефон не показывает, где Вы. Напишите название города или почтовый индекс (CAP).
choose-topic = Выберите тему
choose-territory = Выберите свой регион
territories-lead = Регионы и автономные провинции Trento и Bolzano.
town-or-cap = Город или индекс (CAP)
axis-learning = Образование и язык
axis-work = Работа
axis-housing = Жильё и территория
axis-services = Основные услуги
axis-minors = Дети и второе поколение

## Results
results-for = Результаты для «{ $query }»
services-in = Услуги: { $place }
found =
    { $count ->
        [one] { $shown } услуга
        [few] { $shown } услуги
        [many] { $shown } услуг
       *[other] { $shown } услуги
    }
found-in =
    { $count ->
        [one] { $shown } услуга: { $place }
        [few] { $shown } услуги: { $place }
        [many] { $shown } услуг: { $place }
       *[other] { $shown } услуги: { $place }
    }
found-nothing = Ничего не найдено
nothing-for = Мы ничего не нашли для «{ $query }».
nothing-spelling = Проверьте, как написаны слова.
nothing-simple = Напишите одно или два простых слова: жильё, врач, работа.
nothing-filters = Уберите место или фильтр.
corrected = Мы прочитали «{ $meant }» вместо «{ $typed }».
query-cut = Текст очень длинный. Сколько первых знаков мы учли: { $limit }.
widened = { $place }: здесь ничего нет. Показываем ближайшие услуги: { $wider }.
page-of = Страница { $page } из { $pages }
page-previous = Предыдущая
page-next = Следующая
page-beyond = Больше результатов нет.
page-first = На первую страницу
remove = Убрать
filters = Фильтры
filters-unknown = Для многих услуг мы не знаем часы работы или цену: они есть в списке, после остальных.
filter-speaks = Язык общения
any = Все
apply = Применить фильтры
split-unknown = Про эти услуги мы этого не знаем: спросите, прежде чем идти.
all-services = Все услуги
all-italy = Вся Италия
official-site = Официальный сайт
metres = { $n } м
kilometres = { $n } км

## A service
open-now = Сейчас открыто
open-until = Сейчас открыто, до { $time }
closed = Закрыто
closed-until = Закрыто, откроется: { $day }, { $time }
closed-day = закрыто
hours-unknown = Часы работы неизвестны
always-open = Открыто всегда, днём и ночью.
closure = Закрыто с { $from } до { $to }.
today = сегодня
by-appointment = Только по записи
call = Позвонить
call-who = Позвонить: { $who }
write = Написать
open-website = Открыть сайт
directions = Как добраться
share = Поделиться
share-other = Другой способ
qr = QR-код
qr-lead = Наведите другой телефон на код, чтобы открыть эту услугу.
qr-back = Назад к услуге
save = Сохранить
free = Бесплатно
not-free = Платно
spoken = Говорят: { $languages }
without-documents = Без документов
without-documents-long = Можно прийти и без документов
wheelchair = Вход без ступенек
no-wheelchair = Вход со ступеньками
service-description = Что это
service-addressed = Для кого
service-how-to = Что делать
service-needed = Что нужно
service-achieved = Что Вы получите
service-times = Часы и сроки
service-cost = Сколько стоит
service-access = Как добраться
service-conditions = Условия
contacts = Контакты
address = Адрес
phone = Телефон
phone-free = бесплатный звонок
phone-always = днём и ночью
email = Эл. почта
website = Сайт
missing = Мы не знаем: { $what }.
missing-hours = часы работы
missing-cost = цену
missing-languages = на каких языках говорят
missing-documents = нужны ли документы
ask-phone = Спросите по телефону.
ask-mail = Спросите по электронной почте.
ask-website = Посмотрите на сайте.
ask-there = Спросите на месте или в муниципалитете (Comune).
checked-on = Проверено
to-be-confirmed = Требует подтверждения: эти данные ещё никто не проверил.
source = Источник:
sources = Источники
report-error = Сообщить об ошибке на этой странице
withdrawn = Эта услуга больше не действует.
withdrawn-others = Искать похожие услуги

## A topic
topic-what = Что это
topic-office = Какое учреждение
topic-bring = Что взять с собой
topic-cost = Сколько стоит
topic-rule = Где это записано в законе
topic-tip = Совет
topic-near = Учреждения рядом с Вами
topic-all-services = Все услуги по этой теме
topic-related = Близкие темы

## Saved
saved-title = Сохранённые услуги
saved-note = Они сохранены только на этом телефоне. Кто пользуется телефоном, может их видеть.
saved-empty = Вы ещё ничего не сохранили. Откройте услугу и нажмите «Сохранить».
saved-noscript = Чтобы сохранять услуги, браузер должен разрешать скрипты. Вы можете отправить услугу себе через «Поделиться».

## Forms
rate = Насколько понятна эта страница?
rate-1 = 1 = совсем не понятна
rate-5 = 5 = очень понятна
send = Отправить
optional = Можно не заполнять.
form-errors =
    { $count ->
        [one] Нужно исправить { $count } ошибку
        [few] Нужно исправить { $count } ошибки
        [many] Нужно исправить { $count } ошибок
       *[other] Нужно исправить { $count } ошибки
    }
report = Сообщить о проблеме
report-lead = Неверный адрес, страница не открывается, текст непонятный: напишите нам. Не пишите личных данных, которые здесь не нужны.
report-page = Какая страница?
report-what = Что не так?
report-what-missing = Напишите хотя бы одно предложение.
report-what-long = Текст слишком длинный: не больше 4000 знаков.
report-mail = Ваша эл. почта, если хотите ответ
report-mail-wrong = Проверьте эл. почту. Пример: name@mail.com
report-send = Отправить сообщение
leave-empty = Оставьте это поле пустым
thanks = Спасибо
thanks-lead = Мы получили Ваше сообщение. Оно помогает нам улучшить портал.

## Errors
back-home = На главную
error-404 = Такой страницы нет
error-404-lead = Адрес неверный, или страницу убрали. Поищите здесь то, что Вам нужно.
error-414 = Текст поиска слишком длинный
error-414-lead = Напишите только несколько слов: что Вам нужно и в каком городе.
error-429 = Подождите, пожалуйста
error-429-lead = Из Вашей сети пришло много запросов. Подождите минуту и попробуйте ещё раз. Это не Ваша вина.
error-500 = Что-то не работает
error-500-lead = Это наша вина, не Ваша. Попробуйте чуть позже. Если это срочно, позвоните по одному из номеров на этой странице.
