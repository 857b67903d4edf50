/** Spanish. What stands in one line is asked for as if it were one thing. */
export const spanish = `
vivienda, piso, apartamento, alojamiento, casa, departamento, estudio, hogar
residencia universitaria, residencia de estudiantes, habitación crous, colegio mayor, cuarto de estudiante, residencia estudiantil
piso compartido, compañero de piso, compartir piso, compañero de habitación, compartir casa, compañero de cuarto, roomie
propietario, dueño, casero, arrendador, inmobiliaria
alquiler, renta, arriendo, alquilar
contrato de alquiler, contrato de arrendamiento
fianza, depósito, garantía
avalista, aval, fiador, garante
preaviso, dejar el piso, dejar apartamento, dejar la vivienda, irme del piso, rescindir contrato
mudarse, mudanza, cambio de dirección, cambiar de casa, nueva dirección, cambio de domicilio
estafa, fraude, engaño, timo, falso, estafador, anuncio falso
ayuda para la vivienda, ayuda de vivienda, ayuda al alquiler, subsidio de vivienda, subsidio de alquiler, apl
ayuda, subsidio, prestación
electricidad, luz, corriente, energía
inventario, estado de la vivienda
seguro de hogar, seguro de la vivienda, seguro del piso, seguro de casa
médico, doctor, médico de cabecera, médico general, doctora, médico de familia
dentista, diente, muela, dental, odontólogo
hospital, clínica, hospitalización, ingreso, operación
urgencias, emergencia, ambulancia, accidente, bomberos
farmacia, botica
medicamento, medicina, pastilla, remedio
gafas, lentes, anteojos, óptica
vacuna, vacunación, vacunar
anticonceptivo, preservativo, condón, anticoncepción, píldora
embarazo, embarazada, maternidad, parto, dar a luz
psicólogo, salud mental, depresión, deprimido, terapia, ansiedad, psiquiatra, psicológico
vih, its, ets, sida, infección sexual
suicidio, suicida, matarme, quiero morir, quitarme la vida
seguro médico, seguro de salud, cobertura médica, seguridad social, cobertura sanitaria, seguro de enfermedad
complementario, mutua, mutuelle, seguro complementario
reembolso, reembolsar, devolver, devolución, recuperar
precio, coste, costo, costar, tarifa, importe, pagar, cuesta
tasa, contribución, impuesto
gratis, gratuito, sin pagar
barato, reducido, descuento, rebaja, económico
sin dinero, no tengo dinero, deudas, problemas de dinero, ayuda económica, no puedo pagar, pobre
beca, becario
trabajo, empleo, trabajar, chamba
empleador, jefe, empresa
estudios, estudiante, estudiar, alumno
universidad, facultad, escuela
doctorado, doctorando, tesis
investigador, científico, posdoctorado
prácticas, pasantía, becario
salario, sueldo, paga
nómina, recibo de sueldo, boleta de pago
cuenta bancaria, cuenta de banco, cuenta corriente
iban, datos bancarios, número de cuenta
rechazo, rechazado, rechazar, negar, niegan
permiso de conducir, carnet de conducir, licencia de conducir, conducir, manejar, coche, carro
autobús, metro, transporte público, transporte, tranvía, bici, abono
teléfono, móvil, celular, sim, tarjeta sim, chip
internet, wifi
comida, comer, almuerzo, comedor, cena, restaurante
deporte, gimnasio, fútbol, natación
cultura, cine, concierto, museo, teatro, ocio
clases de francés, aprender francés, curso de francés, curso de idioma
permiso de residencia, tarjeta de residencia, permiso de estancia, permiso
renovar, renovación, prorrogar, prórroga, extender
caducar, caducado, vencer, vencido, vence, expirar
validar, validación, activar
cita, turno, reservar
prefectura, extranjería, inmigración, oficina de extranjería
perdido, pérdida, perder, extraviado
robado, robo, ladrón, robar, atraco, hurto
violencia, agresión, pegar, golpear, amenaza, acoso, maltrato, violación, pega
discriminación, racismo, racista
cónyuge, marido, esposo, esposa, mujer, pareja, casado
hijo, niño, bebé, hija, recién nacido
menor de edad, menor
traducción, traducir, traductor
documento, papel
certificado, justificante, comprobante
británico, reino unido, inglaterra, brexit
europeo, unión europea, ue
llegar, llegada, primeros pasos, primera semana, recién llegado, primeros días
irse de francia, dejar francia, marcharme, volver a mi país
carte vitale, tarjeta sanitaria, tarjeta de salud, tarjeta del seguro
título, diploma, graduarse, carrera, máster
buscar trabajo, búsqueda de empleo, encontrar trabajo
viajar, viaje
ayuda, consejo, asesoramiento
declaración de impuestos, declarar ingresos, declaración de la renta, impuesto sobre la renta
noche, fin de semana, domingo
número de la seguridad social, número de seguridad social
decir, informar, avisar, notificar, comunicar, declarar, anunciar
avisar, aviso, preaviso
cambiar, modificar, canjear, cambio
empezar, comenzar, iniciar
traer, llevar, reunirse, acompañar, venir conmigo
olvidar, olvidé, tarde, retraso, plazo, fecha límite
recoger, retirar, buscar
demostrar, probar, prueba, justificar, mostrar, justificante
solicitar, pedir, solicitud
año, anual, cada año, todos los años
cancelar, cerrar, rescindir, anular, dar de baja
esperar, espera, plazo
obligatorio, obligado, obligación
oficina, ventanilla, agencia
horario, abierto, cerrado
diferencia, comparar
enviar, mandar, presentar
enfermo, enferma, enfermedad, fiebre, tos, gripe, resfriado, covid, dolor, duele, síntoma, infección, alergia, estómago, garganta, cabeza, diabetes, enfermera > médico, atención
especialista, dermatólogo, ginecólogo, oftalmólogo, análisis de sangre, radiografía > médico, especialista
sangrar, inconsciente, infarto, respirar, pierna rota, fractura, quemadura, fuego, herido, sobredosis > urgencia, ambulancia
llorar, triste, infeliz, insomnio, dormir, pánico, solo, agobiado, agotado, estrés > psicólogo, salud mental
aparato dental, empaste, encía, muela > dentista
ojo, vista, visión, ciego > gafas
oír, sordo, oído > audífonos
inyección, sarampión, tétanos, refuerzo > vacuna
sin protección, diu, día después, aborto, sexo > anticonceptivos, anticoncepción
clamidia, sífilis, gonorrea, herpes > infecciones, vih
matrona, ecografía, esperar un bebé > embarazo
antibiótico, paracetamol, insulina, inhalador, jarabe, receta, crema > medicamentos, farmacia
dormir, vivir, techo, habitación, sin techo, hostal, hotel, airbnb > vivienda, alojamiento
calefacción, luz, lámpara, gas, apagón, corte, contador > electricidad
firmar por mí, firme por, pagar por mí, alguien que firme > garante, aval
fuga, moho, reparación, muebles, daños, roto, llave, mudarme > inventario
abogado, disputa, tribunal, juicio, conflicto, desahuciar, derechos > asesoramiento, asesoría
camarero, bar, niñera, clases particulares, reparto, repartidor, cajero, limpieza, contratar, media jornada, ganar > trabajo, empleo
permitido, permiso, autorizado, prohibido, legal > autorización, derecho
impago, horas extra, despedido, contrato > empleador, contrato
ganar, por hora, pagado > salario
efectivo, cajero, transferencia, tarjeta de crédito, tarjeta de débito > cuenta bancaria
hambre, arruinado, sobrevivir > ayuda económica, banco de alimentos, problemas de dinero
gastar, vivir con, mensual, al mes, costo de vida > presupuesto
estado, hacienda, fisco > impuesto
cocinar, desayuno, supermercado > comida
llamar, marcar, teléfono, datos, señal > teléfono, móvil
tren, bicicleta, billete, boleto, trayecto > transporte, autobús
baloncesto, tenis, voleibol, balonmano, rugby, yoga, baile, escalada, correr, judo, boxeo, natación > deporte
película, festival, exposición, fiesta, espectáculo, libro, biblioteca > cultura
hablar francés, conversación, gramática > cursos de francés
conducir, manejar, moto, volante > permiso de conducir
contraseña, usuario, iniciar sesión > franceconnect
hackeado, sms, enlace, paquete, aduana, correo, página, virus > estafa, fraude
cartera, bolso, ordenador, bicicleta, bici > robo
bofetada, perseguir, miedo, peligro, tocar > violencia
negro, piel, origen, religión, color, extranjero > discriminación
novia, novio, prometida, prometido, pareja > cónyuge
madre, padre, padres, hermano, hermana > familia
escuela, guardería, colegio > hijo, niño
avión, aeropuerto, aterrizar, instalarme > llegada, llegar
maleta, equipaje, empacar > traer, documentos
vacaciones, navidad, volver, regresar, frontera > viajar
visado de turista, visado equivocado > cambiar visa, visa equivocada
papel, carta, recibo > certificado
sello, legalizar, autenticar > apostilla, legalización
máster, licenciatura, graduarme, terminar la carrera > título
sociedad, autónomo, empresa, negocio > crear una empresa
abandonar, dejar los estudios > dejé los estudios, abandono
diecisiete, dieciséis, adolescente > menor
para siempre, definitivamente, vuelvo a mi país > salir de francia
dos años, tres años, cuatro años > varios años, plurianual
control policial, prueba de solicitud > attestation, récépissé
título, diploma
nie, tie, dni, cédula, carné de extranjero, tarjeta de extranjero, tarjeta de residente, visado de residencia, visa de residente, documento de identidad > titre de séjour, permiso de residencia
nss, curp, rut, número de afiliación, número de la seguridad social > número de seguridad social
clabe, cbu, swift, bic, número de cuenta, datos bancarios > iban, rib
extranjería, policía de extranjeros, oficina de inmigración, ayuntamiento, migraciones > prefectura, préfecture
imss, isapre, eps, seguro popular, seguridad social, seguro público, seguro de estudiante > seguro de salud, assurance maladie
ambulatorio, sin cita, guardia > urgencias
ayuda social, subsidio de vivienda, bono de alquiler, bono, subsidio > ayuda de vivienda, apl
ibi, predial, contribuciones > taxe d'habitation
matrícula, tasas universitarias, cuota estudiantil > cvec
licencia internacional, brevete, carné de conducir, libreta > permiso de conducir, licencia
copago, deducible, no cubierto > reembolso
empadronamiento, padrón, recibo de luz, comprobante de domicilio, certificado de residencia > justificante de domicilio, justificatif de domicile
partida de nacimiento, antecedentes penales, certificado de notas > documentos
notario, jurado, copia certificada, compulsada > apostilla, traductor jurado
nómina, recibo de sueldo, boleta de pago > bulletin de salaire, fiche de paie
fianza, señal, mes de garantía > depósito
visado de trabajo, visa de trabajo, permiso laboral > autorización de trabajo
visado de salida, visado de regreso > viajar, visa de retour
visado familiar, reagrupación, reagrupamiento > reagrupación familiar, regroupement familial
aval, avalista, aval bancario > garante, visale
`;
