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
`;
