"""How sellers speak in Spanish, and how clients do; see ``enquiries.spam.vocabulary``."""

STRONG = """
tu web, su web, tu sitio*, su sitio*, su pagina, tu pagina, tu negocio, su tienda online, tu tienda*, tus ventas,
sus ventas, su posicionamiento, tu posicionamiento, su dominio, su cuenta, tu cuenta, su contrasena, su paquete,
su factura, su buzon, su premio, su visibilidad, tu visibilidad, pagina de google, puestos de google,
lugares de google, posiciones de google, posiciones en google, puestos en google, mas clientes,
mas visitas, mas trafico, mas ventas, mas visibilidad, aumente, multiplique, multiplica, duplique, duplica, mejore,
mejorar su, mejorar tu, impulse, impulsa, haga crecer, haz crecer, presupuesto gratis, presupuesto gratuito,
presupuesto sin, auditoria gratuita, analisis gratuito, prueba gratuita, giros gratis, tiradas gratis, sin compromiso,
sin riesgo, haga clic, haz clic, pulse aqui, visite, visita nuestra, visitenos, registrate, registrese, aproveche,
aprovecha, compre, compra ahora, compra ya, solicite, solicita ya, solicita tu, oferta especial, oferta limitada,
oferta exclusiva, descuento*, mejor precio, mejores precios, precios competitivos, precios bajos,
precios inmejorables, precio inmejorable, desde solo, le ofrecemos, les ofrecemos, le ofrezco, te ofrezco, ofrecerle,
ofrecerles, ofrecerte, nuestro catalogo, nuestras tarifas, nuestros precios, somos una empresa lider, empresa lider,
somos fabricantes, somos una agencia de marketing, ayudamos a empresas, ayudamos a negocios, ayudarle, ayudarles,
ayudarte, visto tu, visto que su, visto que tu, visitado su, visitado tu, visitando su, visitando tu, encontrado su,
encontre su, revisado su, revisando su, revisado tu, le interesa, les interesa, te interesa, le interesaria,
te interesaria, les interesaria, le gustaria, te gustaria, les gustaria, esta interesado, esta interesada,
estan interesados, estas interesado, estaria interesado, estarian interesados, estaria dispuesto, puedo enviarle,
puedo enviarte, podemos enviarle, le envio, te envio, enviarle, darse de baja, darte de baja, dejar de recibir,
no desea recibir, no deseas recibir, ganar dinero, gane dinero, gana dinero, gana hasta, gane hasta, ingresos pasivos,
ingresos extra, libertad financiera, rentabilidad garantizada, rentabilidad mensual, beneficios garantizados,
resultados garantizados, sin nomina, sin aval, felicidades, ha ganado, ha sido seleccionado,
ha sido elegido, has ganado, herencia, beneficiario, fallecido, difunto, millones de dolares, verifique su,
confirme su, actualice su, sera suspendida, sera bloqueada, ha sido suspendida, ha sido bloqueada, ultimo aviso,
factura pendiente, derechos de autor, propuesta comercial, propuesta de negocio*, propuesta de colaboracion,
oportunidad de negocio, oportunidad de inversion, estimado amigo, querido amigo, querida amiga, articulo patrocinado,
articulos patrocinados, post patrocinado, no pierda, no pierdas, no espere, contactenos, contactanos, escribanos,
escribenos, responda a, responda si, necesita usted, necesitas, buscas, presentarle, presentarles, presentarme,
presentarnos, presentarte, con quien podria, con quien puedo, quien se encarga, quien lleva, persona encargada,
persona responsable, prepararles, prepararle, sin coste, sin costo, sin costes, sin cargo, de su tamano, como la suya,
como el suyo, como la vuestra, una demostracion, su blog, tu blog, excelente articulo, gran articulo, buen articulo,
muy buen articulo, muy interesante, gracias por compartir, bien explicado, mi pagina, mi web, mi blog, mi sitio,
les invito, los invito, te invito, le invito, hola amor, hola guapo, estoy sola, mirame, mis fotos, webcam, vence hoy,
renueve, perdera, descarguelo, descargue, pague, realiza el pago, datos bancarios, abogado procedera, lo denunciare,
ofrezco, listos para, prueben, probar gratis, primer mes, mes gratis, contrate, contrata, pida, pide, descubra,
descubre, consiga, consigue, empiece, empieza, invierta, invierte, llame, llama, ahorre, ahorra, envienos, mandeme,
escribame, le parece bien, les parece bien, le parece si, podemos hablar, cuando podriamos, cuando le viene,
cuando puedo, ensenarselo, ensenarle, mostrarle, mostrarles, pidanos, pidenos, pida precio, pida presupuesto,
sin permanencia, primera semana, semana gratis, semana de prueba, prueba gratis, de su zona, en su zona,
o le devolvemos, le devolvemos el dinero, devolucion garantizada, subimos su, subimos tu, nos encargamos,
nos ocupamos, dejelo en, limpiamos, traducimos, disenamos, financiamos, optimizamos, repartimos, sin reclamar,
intercambio de enlaces, comprar enlaces, carnet de conducir, sin examen, necesita dinero, necesita efectivo,
necesita financiacion, coste cero, sus empleados, le mando, les mando, llamenos, le hacemos numeros, todo incluido,
envio gratis, copia exacta, cursos bonificados, bonificad*, replica*,

tarjeta regalo, le ha tocado, te ha tocado, juega, jueguen, jugar ahora, apuesta ahora, grupo vip, mi grupo,
mi telegram, por telegram, agregame, unete a mi, unete ya, pasarlo rico, pasarlo bien, fotos atrevidas, atrevid*,
casada, soltera*, total discrecion, no cobro, busca hombre, sin registro, sin deposito, sin asnef, con asnef,
contrareembolso, contra reembolso, quema grasa, adelgaza, adelgace, pierde peso, pierda peso, kilos en,
100 naturales, unidades limitadas, plazas limitadas, ultimas plazas, solo hoy, por tiempo limitado, por ser nuevo,
le regalamos, te regalamos, les regalamos, de regalo, le hacemos, te hacemos, se lo hacemos, ha pensado en,
han pensado en, has pensado en, sabia que, sabe usted, sabias que, no deje, no dejes, amarres, tarot, videncia,
vidente, brujeria, hechizo*, tu pareja, a fondo perdido, tiene concedid*, esta a punto de perder, multiplicar sus,
sus ahorros, tus ahorros, gano 300, con el que gano, copiando mis, mis operaciones, ingresos desde casa,
desde tu movil, dinero facil, dinero rapido, resenas por, resenas de, comprar resenas, aparece primero, aparece en,
aparezca, disponemos de una lista, lista actualizada, base actualizada, podemos segmentar*, desea cotizacion,
desea recibir, desea que, muestras gratis, te enviamos, le enviaremos, te llamo, haria llegar, quedariamos,
a conocerlo, tarifa especial, precio especial, condiciones especiales, trabajo por grupos, consultoras reservan,
otras consultoras ya, para consultoras, firmas pequenas, ponemos a su disposicion, inicie sesion, su acceso,
cancele la operacion, si no ha sido usted, notificacion judicial, devolucion de hacienda, verifique, confirme sus
"""

MEDIUM = """
gratis, gratuit*, nuestros servicios, nuestros expertos, nuestra agencia, somos una agencia, ayudamos a, tu empresa,
sus clientes, tus clientes, su marca, tu marca, sus necesidades, sus proyectos, llamada de 15, 15 minutos, 10 minutos,
llamada rapida, breve llamada, desde casa, responda, respondame, especializados en, especializada en, ahorr*,
bajo coste, no dude en, quedo a la espera, a la espera de su, hemos detectado, me dirijo a, encantados de,
encantado de, encantada de, estariamos, un presupuesto, presupuesto, somos una firma, somos una empresa,
trabajamos ya con, trabajamos con, vencimiento, por solo, en 24 horas, en 24h, en 48 horas, envio, barato*, inmediata,
subvencion*, folleto, portafolio, atento a, quedo atento, quedo atenta, adjunto le, adjunta la, agendar, agendamos,
vendemos, vendo, visitarle, visitarles, llamarle, llamarles, su agencia, su consultora, sus consultores, visto su,
nuestro programa, nuestro sistema, precio fijo, tarifa plana, al ano, mensual*, discreto*, envio discreto,

cupon*, sorteo, codigo promocional, escribeme, llamame, mandame, contactame, 100 natural*, tiempo limitado,
les haria, le haria, para agencias, sus candidatos, burofax, a 99, garantia total, entrega inmediata, imitacion,
calidad aaa, marca original, minicredito*, mayoreo, al por mayor, asistentes virtuales, usd, estimada empresa,
apreciad*, demostracion, tarifa reducida, mira ejemplos, ejemplos en,
sin receta, en google
"""

WEAK = """
su equipo, oferta*, 100 %, lider*, clientes satisfechos, mas de 10 anos, contamos con, desarrollamos, llevamos,
nos gustaria, me gustaria, nuestros productos, nuestra plataforma, nuestro software, nuestra solucion,
nuestros desarrolladores, colaboracion, cooperacion, garantizad*, su empresa, su negocio, comision, importe,
pendiente, al mes, alianza, acuerdo, empresas como, consultoras de, agencias de, honorario,

disponemos de, le enviamos, les enviamos, le llamo, les llamo, hacerles llegar, hacerle llegar, si les parece,
si le parece, cuando quieran, cuando quiera, muchas consultoras, varias consultoras, empresas de seleccion,
agencias de seleccion, consultores de seleccion, firmas de seleccion, despachos de seleccion, iguala, perfil con,
gestiono un, asesora a, nuestro despacho, desde 600, enhorabuena, guapo
"""

HIRING = """
buscamos, busco, necesitamos, necesito, se busca, en un ano, al cabo del ano, en doce meses, primer ano, la persona,
deberia, debera, el puesto, este puesto, salario, sueldo, sustitu*, relevo, jubil*, experiencia en, experiencia con,
incorporacion, teletrabajo, media jornada, jornada completa, que lleve, que sepa, reporta*, confidencial*, a su cargo,
el objetivo, objetivo :, objetivos, pueden ayudarnos, podeis ayudarnos, ayudarnos a encontrar, encontrar a,
alguien que, alguien para, recomendado, recomendaron, vuestra guia, su guia, otra consultora, otras consultoras,
otra agencia, vacante, cubrir, plantilla, turno*, obra, llamarme, llamarnos, sus condiciones, sus honorarios,
hablar con ustedes
"""

JOB_AD = """
tus funciones, sus funciones, funciones, tus tareas, tareas, requisitos, requisitos imprescindibles, se requiere,
se valora, se valorara, perfil, tu perfil, que ofrecemos, que haras, quienes somos, sobre nosotros, te ofrecemos,
ofrecemos, buscamos a, seras, tendras, vacaciones, inscribete, formacion, titulacion, ingenieria, contrato indefinido,
indefinido, jornada, banda salarial, sbap, k brutos, brutos
"""
