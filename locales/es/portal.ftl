## Every page
portal-name = Portolano
portal-description = Qué oficina le ayuda, dónde está, cuándo abre y cómo llamarla: en doce idiomas, también con un teléfono lento.
skip = Ir al contenido
home = Inicio
crumbs = Usted está aquí
language = Idioma
topics = Temas
topic = Tema
territories = Territorios
territory = Territorio
services = Servicios
saved = Guardados
licence = Contenidos con licencia CC BY 4.0.
updated = Última actualización:
about = Sobre el portal
faq = Preguntas frecuentes
accessibility = Accesibilidad
privacy = Privacidad
legal = Aviso legal
not-reviewed = Este texto todavía no lo ha revisado una persona de lengua materna.
in-source-language = Este texto está en italiano: todavía no hay traducción.
list-separator = ,{" "}

## Danger
danger = ¿Está en peligro?
danger-112 = Emergencia
danger-1522 = Violencia, acoso
danger-trafficking = Trata y explotación
exit = Salir ya

## Home and search
need = ¿Qué necesita?
need-lead = Escriba con sus palabras, en su idioma. Le decimos qué oficina le ayuda, cuándo abre y cómo llamarla.
search = Buscar
search-in = Buscar en: { $place }
search-services = Buscar un servicio
for-example = Por ejemplo:
example-1 = permiso de residencia
example-2 = médico
example-3 = aprender italiano
near-me = Cerca de mí
near-locating = Buscando dónde está usted…
near-unlocated = El teléfono no dice dónde está usted. Escriba el nombre de la ciudad o el código postal (CAP).
choose-topic = Elija un tema
choose-territory = Elija su territorio
territories-lead = Las regiones y las provincias autónomas de Trento y Bolzano.
town-or-cap = Ciudad o código postal (CAP)
axis-learning = Educación e idioma
axis-work = Trabajo
axis-housing = Vivienda y territorio
axis-services = Servicios esenciales
axis-minors = Menores y segundas generaciones

## Results
results-for = Resultados para «{ $query }»
services-in = Servicios: { $place }
found =
    { $count ->
        [one] { $shown } servicio
        [many] { $shown } de servicios
       *[other] { $shown } servicios
    }
found-in =
    { $count ->
        [one] { $shown } servicio: { $place }
        [many] { $shown } de servicios: { $place }
       *[other] { $shown } servicios: { $place }
    }
found-nothing = Ningún resultado
nothing-for = No hemos encontrado nada para «{ $query }».
nothing-spelling = Revise cómo ha escrito las palabras.
nothing-simple = Use una o dos palabras sencillas: casa, médico, trabajo.
nothing-filters = Quite el lugar o un filtro.
corrected = Hemos leído «{ $meant }» en lugar de «{ $typed }».
query-cut = El texto era muy largo: hemos buscado solo los primeros { $limit } caracteres.
widened = No hay nada en { $place }. Mostramos los servicios más cercanos: { $wider }.
page-of = Página { $page } de { $pages }
page-previous = Anterior
page-next = Siguiente
page-beyond = No hay más resultados.
page-first = Volver a la primera página
remove = Quitar
filters = Filtros
filters-unknown = De muchos servicios no sabemos el horario o el precio: se quedan en la lista, después de los demás.
filter-speaks = Idioma que se habla
any = Cualquiera
apply = Aplicar los filtros
split-unknown = De los siguientes no lo sabemos: pregunte antes de ir.
all-services = Todos los servicios
all-italy = Toda Italia
official-site = Sitio oficial
metres = { $n } m
kilometres = { $n } km

## A service
open-now = Abierto ahora
open-until = Abierto ahora, hasta las { $time }
closed = Cerrado
closed-until = Cerrado, abre el { $day } a las { $time }
closed-day = cerrado
hours-unknown = Horario desconocido
always-open = Siempre abierto, día y noche.
closure = Cerrado del { $from } al { $to }.
today = hoy
by-appointment = Solo con cita previa
call = Llamar
call-who = Llamar a { $who }
write = Escribir
open-website = Abrir el sitio
directions = Cómo llegar
share = Compartir
share-other = De otro modo
qr = Código QR
qr-lead = Apunte al código con otro teléfono para abrir este servicio.
qr-back = Volver al servicio
save = Guardar
free = Gratis
not-free = De pago
spoken = Se habla: { $languages }
without-documents = Sin papeles
without-documents-long = También para personas sin papeles
wheelchair = Entrada sin escalones
no-wheelchair = Entrada con escalones
service-description = Qué es
service-addressed = Para quién es
service-how-to = Qué hay que hacer
service-needed = Qué hace falta
service-achieved = Qué se consigue
service-times = Horarios y plazos
service-cost = Cuánto cuesta
service-access = Cómo llegar
service-conditions = Condiciones
contacts = Contactos
address = Dirección
phone = Teléfono
phone-free = llamada gratuita
phone-always = día y noche
email = Correo electrónico
website = Sitio web
missing = No sabemos: { $what }.
missing-hours = el horario
missing-cost = el precio
missing-languages = los idiomas que se hablan
missing-documents = si hacen falta papeles
ask-phone = Pregunte por teléfono.
ask-mail = Pregunte por correo electrónico.
ask-website = Mire en el sitio web.
ask-there = Pregunte en la oficina o en el ayuntamiento (Comune).
checked-on = Comprobado el
to-be-confirmed = Por confirmar: nadie ha comprobado todavía estos datos.
source = Fuente:
sources = Fuentes
report-error = Informar de un error en esta página
withdrawn = Este servicio ya no está activo.
withdrawn-others = Buscar servicios parecidos

## A topic
topic-what = Qué es
topic-office = Qué oficina
topic-bring = Qué hay que llevar
topic-cost = Cuánto cuesta
topic-rule = Qué ley lo dice
topic-tip = Un consejo
topic-near = Oficinas cerca de usted
topic-all-services = Todos los servicios de este tema
topic-related = Temas parecidos

## Saved
saved-title = Servicios guardados
saved-note = Están guardados solo en este teléfono. Quien usa el teléfono puede verlos.
saved-empty = Todavía no ha guardado nada. Abra un servicio y toque «Guardar».
saved-noscript = Para guardar servicios, el navegador debe permitir los scripts. Puede enviarse un servicio con «Compartir».

## Forms
rate = ¿Está clara esta página?
rate-1 = 1 = nada clara
rate-5 = 5 = muy clara
send = Enviar
optional = Puede dejarlo vacío.
form-errors =
    { $count ->
        [one] Hay una cosa que corregir
        [many] Hay { $count } de cosas que corregir
       *[other] Hay { $count } cosas que corregir
    }
report = Informar de un problema
report-lead = Una dirección equivocada, una página que no se abre, un texto poco claro: díganoslo. No escriba datos personales que no hacen falta.
report-page = ¿Qué página?
report-what = ¿Qué está mal?
report-what-missing = Escriba al menos una frase.
report-what-long = El texto es demasiado largo: como máximo 4000 caracteres.
report-mail = Su correo electrónico, si quiere una respuesta
report-mail-wrong = Revise el correo electrónico. Ejemplo: nombre@example.com
report-send = Enviar el mensaje
leave-empty = Deje vacío este campo
thanks = Gracias
thanks-lead = Hemos recibido su mensaje. Nos ayuda a mejorar el portal.

## Errors
back-home = Volver al inicio
error-404 = Esta página no existe
error-404-lead = La dirección está mal, o la página se ha quitado. Busque aquí lo que necesita.
error-414 = El texto buscado es demasiado largo
error-414-lead = Escriba solo unas pocas palabras: qué necesita y en qué ciudad.
error-429 = Un momento, por favor
error-429-lead = Han llegado muchas peticiones desde su red. Espere un minuto y vuelva a intentarlo. No es culpa suya.
error-500 = Algo no funciona
error-500-lead = Es culpa nuestra, no suya. Vuelva a intentarlo dentro de poco. Si es urgente, llame a uno de los números de esta página.
